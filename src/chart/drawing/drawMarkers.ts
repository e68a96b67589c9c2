import { valueAt } from 'foreband-engine';
import { markerPath } from '../../views/severity/markerPath';
import { severities, type SeverityStyle } from '../../views/severity/severityStyle';
import type { ChartSeries, ScoredSeries } from '../model/chartSeries';
import type { MarkerMode } from '../drawOptions';

import { markerSpots, type MarkerSpot } from './markerSpots';
import { inPane, type Pane } from './pane';
import type { Scene, ScenePalette } from './scene';
import { thinMarkers, type PlacedMarker } from './thinMarkers';

const MARKER_RADIUS = 5;
const SMALL_MARKER_RADIUS = 3.5;
const SMALL_PANE_HEIGHT = 120;

function radiusFor(pane: Pane): number {
  const isSmall = pane.height / pane.ratio < SMALL_PANE_HEIGHT;
  return (isSmall ? SMALL_MARKER_RADIUS : MARKER_RADIUS) * pane.ratio;
}

/** A marker and where the line is at its time, both in canvas pixels. */
interface TiedMarker extends PlacedMarker, Pick<MarkerSpot, 'handling'> {
  readonly lineY: number;
}

// Drawn on a coarser step than it was scored on, a line misses its own extremes: a stem ties the marker to it.
function addStem({ ctx }: Pane, { x, y, lineY }: TiedMarker, radius: number): void {
  if (Math.abs(lineY - y) > 2 * radius) {
    ctx.moveTo(x, y);
    ctx.lineTo(x, lineY);
  }
}

// What is quiet is hollow, by a false alarm struck through; what somebody is at has a hole; what was real has a ring.
function drawHandling(
  { ctx, ratio }: Pane,
  { x, y, handling }: TiedMarker,
  radius: number,
  { shape, color }: SeverityStyle,
  background: string,
): void {
  if (handling === 'open') {
    return;
  }
  ctx.beginPath();
  ctx.lineWidth = 1.5 * ratio;
  ctx.strokeStyle = color;
  ctx.fillStyle = background;
  if (handling === 'real') {
    markerPath(ctx, 'circle', x, y, 1.7 * radius);
    ctx.stroke();
    return;
  }
  if (handling === 'acknowledged') {
    markerPath(ctx, 'circle', x, y, 0.45 * radius);
    ctx.fill();
    return;
  }
  markerPath(ctx, shape, x, y, radius);
  ctx.fill();
  if (handling === 'falseAlarm') {
    ctx.moveTo(x - 1.5 * radius, y + 1.5 * radius);
    ctx.lineTo(x + 1.5 * radius, y - 1.5 * radius);
  }
  ctx.stroke();
}

// All markers of a severity in one path: hundreds of them cost three strokes and fills, not hundreds.
function drawSeverity(
  pane: Pane,
  markers: readonly TiedMarker[],
  radius: number,
  style: SeverityStyle,
  background: string,
): void {
  const { ctx, ratio } = pane;
  ctx.beginPath();
  markers.forEach((marker) => addStem(pane, marker, radius));
  ctx.lineWidth = ratio;
  ctx.strokeStyle = style.color;
  ctx.stroke();
  ctx.beginPath();
  markers.forEach(({ x, y }) => markerPath(ctx, style.shape, x, y, radius));
  ctx.lineWidth = 1.5 * ratio;
  ctx.strokeStyle = background;
  ctx.stroke();
  ctx.fillStyle = style.color;
  ctx.fill();
  markers.forEach((marker) => drawHandling(pane, marker, radius, style, background));
}

/** Markers of one series: shape and color by severity, ringed in the background's color to stand off the line. */
export function drawMarkers(
  pane: Pane,
  { line, scored }: Pick<ChartSeries, 'line' | 'scored'>,
  mode: MarkerMode,
  { palette, now }: Pick<Scene, 'palette' | 'now'>,
): void {
  if (scored === undefined || scored.incidents.length === 0) {
    return;
  }
  const radius = radiusFor(pane);
  // Kept inside the pane, so that an anomaly beyond a fixed axis still shows at the edge.
  const clampY = (y: number) => Math.min(pane.top + pane.height - radius, Math.max(pane.top + radius, y));
  const placed = markerSpots(scored, mode, now)
    .filter(({ time, value }) => time >= pane.from && time <= pane.to && Number.isFinite(value))
    .map((spot) => ({ ...spot, x: pane.x(spot.time), y: clampY(pane.y(spot.value)) }));
  const tied = thinMarkers(placed, radius).map((marker) => ({
    ...marker,
    lineY: clampY(pane.y(valueAt(line.time, line.y, marker.time))),
  }));
  inPane(pane, () => {
    for (const severity of [...severities].reverse()) {
      const ofSeverity = tied.filter((marker) => marker.severity === severity);
      if (ofSeverity.length > 0) {
        drawSeverity(pane, ofSeverity, radius, palette.severity[severity], palette.background);
      }
    }
  });
}

/** Hollow rings where a filter kept points from being anomalies: the worst point of each suppressed run. */
export function drawSuppressed(pane: Pane, scored: ScoredSeries, color: string): void {
  const { ctx, ratio } = pane;
  const radius = radiusFor(pane) * 0.8;
  inPane(pane, () => {
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.25 * ratio;
    for (const { peakTime, peakValue } of scored.suppressed) {
      if (peakTime < pane.from || peakTime > pane.to) {
        continue;
      }
      ctx.beginPath();
      markerPath(ctx, 'circle', pane.x(peakTime), pane.y(peakValue), radius);
      ctx.stroke();
    }
  });
}

/** The extent of each anomaly as a strip along the bottom of the pane: one bar per run of anomalous points. */
export function drawSpans(pane: Pane, scored: ScoredSeries, palette: ScenePalette): void {
  const { ctx, ratio } = pane;
  const height = 4 * ratio;
  inPane(pane, () => {
    for (const { start, end, severity } of scored.anomalies) {
      if (end < pane.from || start > pane.to) {
        continue;
      }
      const width = Math.max(3 * ratio, pane.x(end) - pane.x(start));
      ctx.fillStyle = palette.severity[severity].color;
      ctx.globalAlpha = 0.9;
      ctx.fillRect((pane.x(start) + pane.x(end) - width) / 2, pane.top + pane.height - height, width, height);
    }
  });
}
