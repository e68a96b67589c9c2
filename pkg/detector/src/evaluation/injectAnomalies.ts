import { guessStepMs } from '../series/guessStepMs.js';
import type { Series } from '../series/series.js';
import { normalAt, uniformAt } from '../simulation/randomAt.js';
import type { GroundTruth, LabeledEvent } from './groundTruth.js';
import type { InjectionOptions } from './injectionOptions.js';
import { noiseScaleOf } from './noiseScale.js';
import { MIN_DISTANCE_MS, placeInjections, type PlacedInjection } from './placeInjections.js';
import { randomStreams as streams } from './randomStreams.js';

/** A series with planted anomalies and their truth. */
export interface InjectedSeries {
  /** The series with displaced values; its times are the original's. */
  readonly series: Series;
  /** Exactly the displaced points. */
  readonly truth: GroundTruth;
  /** The unit of the sizes that was used, in the unit of the series. */
  readonly scale: number;
}

/**
 * Plants anomalies in a series of the user's own. Every displaced point is labeled and no other; a point without a
 * value stays so, and an anomaly that displaces no point at all is left out.
 * - `spike`, `dip`: up, down by the size.
 * - `levelShift`: up or down by the size.
 * - `drift`: up or down in equal steps, reaching the size at its last point.
 * - `varianceChange`: normal noise with the size as standard deviation on top.
 * - `flatline`: the value of its first row, over and over.
 * - `dropout`: no values.
 * @param series on a grid (`toGrid`), for lengths are counted in rows.
 * @param options complete options from `parseInjectionOptions`.
 */
export function injectAnomalies(series: Series, options: InjectionOptions): InjectedSeries {
  const { time, y } = series;
  const stepMs = guessStepMs(time);
  const scale = options.scale ?? noiseScaleOf(y);
  const displaced = y.slice();
  const labels = new Uint8Array(y.length);
  const events: LabeledEvent[] = [];
  const placed = time.length < 2 ? [] : placeInjections(rowsWithin(time, options), stepMs, options);
  placed.forEach((placement, place) => {
    if (!isClear(placement, time, options)) {
      return;
    }
    const magnitude = magnitudeOf(placement, place, scale, options);
    displace(displaced, y, placement, magnitude, options);
    const event = labelRows(labels, displaced, series, placement);
    if (event !== undefined) {
      events.push({ ...event, kind: placement.kind, magnitude });
    }
  });
  return { series: { ...series, y: displaced }, truth: { labels, events }, scale };
}

function isClear({ first, end }: PlacedInjection, time: Float64Array, { keepClear }: InjectionOptions): boolean {
  return keepClear.every(
    (span) => time[end - 1] < span.start - MIN_DISTANCE_MS || time[first] > span.end + MIN_DISTANCE_MS,
  );
}

function rowsWithin(time: Float64Array, { range }: InjectionOptions): { readonly from: number; readonly to: number } {
  if (range === null) {
    return { from: 0, to: time.length };
  }
  const from = time.findIndex((moment) => moment >= range.start);
  return { from: from === -1 ? time.length : from, to: time.findLastIndex((moment) => moment <= range.end) + 1 };
}

function magnitudeOf({ kind }: PlacedInjection, place: number, scale: number, options: InjectionOptions): number {
  const size = options.size * scale;
  switch (kind) {
    case 'spike':
    case 'varianceChange':
      return size;
    case 'dip':
      return -size;
    case 'levelShift':
    case 'drift':
      return uniformAt(options.seed, streams.side, place) < 0.5 ? size : -size;
    case 'flatline':
    case 'dropout':
      return 0;
  }
}

function displace(
  displaced: Float64Array,
  y: Float64Array,
  { kind, first, end }: PlacedInjection,
  magnitude: number,
  { seed, bounds }: InjectionOptions,
): void {
  const held = y.subarray(first, end).find(Number.isFinite) ?? NaN;
  const newValue = {
    spike: (row: number) => y[row] + magnitude,
    dip: (row: number) => y[row] + magnitude,
    levelShift: (row: number) => y[row] + magnitude,
    drift: (row: number) => y[row] + (magnitude * (row - first + 1)) / (end - first),
    varianceChange: (row: number) => y[row] + magnitude * normalAt(seed, streams.noise, row),
    flatline: () => held,
    dropout: () => NaN,
  }[kind];
  for (let row = first; row < end; row++) {
    if (Number.isFinite(y[row])) {
      const value = newValue(row);
      displaced[row] = bounds === null ? value : Math.min(bounds.upper, Math.max(bounds.lower, value));
    }
  }
}

function labelRows(labels: Uint8Array, displaced: Float64Array, { time, y }: Series, { first, end }: PlacedInjection) {
  let from = -1;
  let to = -1;
  for (let row = first; row < end; row++) {
    if (!Object.is(displaced[row], y[row])) {
      labels[row] = 1;
      from = from === -1 ? row : from;
      to = row;
    }
  }
  return from === -1 ? undefined : { start: time[from], end: time[to] };
}
