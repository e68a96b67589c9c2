import type { ChartSeries, Judgement } from '../model/chartSeries';
import type { MarkerMode } from '../options/drawOptions';

import { markerPath } from './markerPath';
import { markerSpots } from './markerSpots';
import { inPane, type Pane } from './pane';
import { valueAt } from './rowAt';
import type { ScenePalette } from './scene';
import { thinMarkers, type PlacedMarker } from './thinMarkers';

const MARKER_RADIUS = 5;
const SMALL_MARKER_RADIUS = 3.5;
const SMALL_PANE_HEIGHT = 120;

function radiusFor(pane: Pane): number {
  const isSmall = pane.height / pane.ratio < SMALL_PANE_HEIGHT;
  return (isSmall ? SMALL_MARKER_RADIUS : MARKER_RADIUS) * pane.ratio;
}

// Drawn on a coarser step than it was judged on, a line misses its own extremes: a stem ties the marker to it.
function drawStem(pane: Pane, marker: PlacedMarker, lineY: number, radius: number, color: string): void {
  if (!(Math.abs(lineY - marker.y) > 2 * radius)) {
    return;
  }
  const { ctx } = pane;
  ctx.beginPath();
  ctx.moveTo(marker.x, marker.y);
  ctx.lineTo(marker.x, lineY);
  ctx.lineWidth = pane.ratio;
  ctx.strokeStyle = color;
  ctx.stroke();
}

function drawMarker(pane: Pane, { x, y, severity }: PlacedMarker, radius: number, palette: ScenePalette): void {
  const { ctx, ratio } = pane;
  const { shape, color } = palette.severity[severity];
  ctx.beginPath();
  markerPath(ctx, shape, x, y, radius);
  ctx.lineWidth = 1.5 * ratio;
  ctx.strokeStyle = palette.background;
  ctx.fillStyle = color;
  ctx.stroke();
  ctx.fill();
}

/** Markers of one series: shape and colour by severity, ringed in the background's colour to stand off the line. */
export function drawMarkers(
  pane: Pane,
  { line, judgement }: Pick<ChartSeries, 'line' | 'judgement'>,
  mode: MarkerMode,
  palette: ScenePalette,
): void {
  if (judgement === undefined || judgement.anomalies.length === 0) {
    return;
  }
  const radius = radiusFor(pane);
  // Kept inside the pane, so that an anomaly beyond a fixed axis still shows at the edge.
  const clampY = (y: number) => Math.min(pane.top + pane.height - radius, Math.max(pane.top + radius, y));
  const placed = markerSpots(judgement, mode)
    .filter(({ time, value }) => time >= pane.from && time <= pane.to && Number.isFinite(value))
    .map((spot) => ({ ...spot, x: pane.x(spot.time), y: clampY(pane.y(spot.value)) }));
  inPane(pane, () => {
    for (const marker of thinMarkers(placed, radius)) {
      const lineY = clampY(pane.y(valueAt(line.time, line.y, marker.time)));
      drawStem(pane, marker, lineY, radius, palette.severity[marker.severity].color);
      drawMarker(pane, marker, radius, palette);
    }
  });
}

/** Hollow rings where a filter kept points from being anomalies: the worst point of each suppressed run. */
export function drawSuppressed(pane: Pane, judgement: Judgement, color: string): void {
  const { ctx, ratio } = pane;
  const radius = radiusFor(pane) * 0.8;
  inPane(pane, () => {
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.25 * ratio;
    for (const { peakTime, peakValue } of judgement.suppressed) {
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
export function drawSpans(pane: Pane, judgement: Judgement, palette: ScenePalette): void {
  const { ctx, ratio } = pane;
  const height = 4 * ratio;
  inPane(pane, () => {
    for (const { start, end, severity } of judgement.anomalies) {
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
