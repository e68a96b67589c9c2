import { guessStepMs } from '../series/guessStepMs.js';
import type { Series } from '../series/series.js';
import { normalAt, uniformAt } from '../simulation/randomAt.js';
import type { GroundTruth, LabeledEvent } from './groundTruth.js';
import type { InjectionOptions } from './injectionOptions.js';
import { noiseScaleOf } from './noiseScale.js';
import { isClear, placeInjections, type PlacedInjection } from './placeInjections.js';
import type { PlantedKind } from './plantedKind.js';
import { placeLongInjections } from './placeLongInjections.js';
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
 * - `slowDrift`: as `drift`, over a day.
 * - `skippedJob`, `doubledJob`: one run of a recurring job left out, or twice as large.
 * - `stoppedBatch`: four hours without what returns several times a day.
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
  const placed = time.length < 2 ? [] : placeAll(time, stepMs, options);
  placed.forEach((placement) => {
    const magnitude = magnitudeOf(placement, scale, options);
    displace(displaced, y, placement, magnitude, options);
    const event = labelRows(labels, displaced, series, placement);
    if (event !== undefined) {
      events.push({ ...event, kind: placement.kind, magnitude });
    }
  });
  return { series: { ...series, y: displaced }, truth: { labels, events }, scale };
}

// What has a place of its own comes first; what is drawn keeps clear of it, as of what is real.
function placeAll(time: Float64Array, stepMs: number, options: InjectionOptions): readonly PlacedInjection[] {
  const rows = rowsWithin(time, options);
  const long = placeLongInjections(time, rows, stepMs, options);
  const taken = [...options.keepClear, ...long.map(({ first, end }) => ({ start: time[first], end: time[end - 1] }))];
  const drawn = placeInjections(rows, stepMs, options).filter((one) => isClear(one, time, taken));
  return [...long, ...drawn].sort((left, right) => left.first - right.first);
}

function effectOf(kind: PlantedKind, { jobs, batch }: InjectionOptions): Float64Array | undefined {
  return (kind === 'stoppedBatch' ? batch : jobs)?.effect;
}

function largestEffect(kind: PlantedKind, first: number, end: number, options: InjectionOptions): number {
  const effect = (effectOf(kind, options) ?? new Float64Array(0)).subarray(first, end);
  const most = effect.reduce((far, value) => (Math.abs(value) > Math.abs(far) ? value : far), 0);
  return kind === 'doubledJob' ? most : -most;
}

function rowsWithin(time: Float64Array, { range }: InjectionOptions): { readonly from: number; readonly to: number } {
  if (range === null) {
    return { from: 0, to: time.length };
  }
  const from = time.findIndex((moment) => moment >= range.start);
  return { from: from === -1 ? time.length : from, to: time.findLastIndex((moment) => moment <= range.end) + 1 };
}

const sides: Readonly<Record<PlantedKind, 'up' | 'down' | 'either' | 'none' | 'job'>> = {
  spike: 'up',
  varianceChange: 'up',
  dip: 'down',
  levelShift: 'either',
  drift: 'either',
  slowDrift: 'either',
  flatline: 'none',
  dropout: 'none',
  skippedJob: 'job',
  doubledJob: 'job',
  stoppedBatch: 'job',
};

function magnitudeOf({ kind, first, end, draw }: PlacedInjection, scale: number, options: InjectionOptions): number {
  const size = options.size * scale;
  switch (sides[kind]) {
    case 'up':
      return size;
    case 'down':
      return -size;
    case 'either':
      return uniformAt(options.seed, streams.side, draw) < 0.5 ? size : -size;
    case 'none':
      return 0;
    case 'job':
      return largestEffect(kind, first, end, options);
  }
}

function displace(
  displaced: Float64Array,
  y: Float64Array,
  { kind, first, end }: PlacedInjection,
  magnitude: number,
  options: InjectionOptions,
): void {
  const { seed, bounds } = options;
  const effect = effectOf(kind, options);
  const held = y.subarray(first, end).find(Number.isFinite) ?? NaN;
  const newValue = {
    spike: (row: number) => y[row] + magnitude,
    dip: (row: number) => y[row] + magnitude,
    levelShift: (row: number) => y[row] + magnitude,
    drift: (row: number) => y[row] + (magnitude * (row - first + 1)) / (end - first),
    varianceChange: (row: number) => y[row] + magnitude * normalAt(seed, streams.noise, row),
    flatline: () => held,
    dropout: () => NaN,
    slowDrift: (row: number) => y[row] + (magnitude * (row - first + 1)) / (end - first),
    skippedJob: (row: number) => y[row] - (effect?.[row] ?? 0),
    doubledJob: (row: number) => y[row] + (effect?.[row] ?? 0),
    stoppedBatch: (row: number) => y[row] - (effect?.[row] ?? 0),
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
