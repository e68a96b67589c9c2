import type { Bounds } from '../detection/detectionOptions.js';
import type { TimeSpan } from '../series/timeSpan.js';
import { injectionKinds } from '../simulation/injection.js';
import { plantedKinds, type PlantedKind, type RecurringEffect } from './plantedKind.js';

const HOUR = 3_600_000;

/** Complete options of `injectAnomalies`, as `parseInjectionOptions` gives them. */
export interface InjectionOptions {
  /** Start of all randomness: a whole number of 32 bits. The same seed plants the same anomalies. Default 1. */
  readonly seed: number;
  /**
   * What is planted. Each kind gets about as many points as the others; slow drifts and those of jobs come on top. Default
   * every kind of the simulation.
   */
  readonly kinds: readonly PlantedKind[];
  /** Share of the points in `range` that is displaced: above 0, at most 0.5. Default 0.05. */
  readonly ratio: number;
  /** How far points are displaced, in units of `scale`: above 0. A flatline and a dropout have no size. Default 6. */
  readonly size: number;
  /**
   * The unit of `size` in the unit of the series, above 0: `sigmaObs` of a fit, or null for the noise. Default null.
   */
  readonly scale: number | null;
  /** Points of a spike or a dip: a whole number, 1 to 1000. Default 3. */
  readonly nShortPoints: number;
  /**
   * Shortest duration of every other kind, milliseconds, above 0. Six points at least, whatever the step. Default 3
   * h.
   */
  readonly minLongMs: number;
  /** Longest duration of every other kind, milliseconds, at least `minLongMs`. Default 6 h. */
  readonly maxLongMs: number;
  /** Where to plant: the held-out rows. Default null: the whole series. */
  readonly range: TimeSpan | null;
  /** Nothing is planted in these stretches, nor within two hours of them: what happened there is real. Default none. */
  readonly keepClear: readonly TimeSpan[];
  /** The recurring jobs whose runs are skipped and doubled. Default null: none are known. */
  readonly jobs: RecurringEffect | null;
  /** What returns several times a day, and stops. Default null: nothing does. */
  readonly batch: RecurringEffect | null;
  /** Values stay within, as CPU usage does within 0 and 1. A point that cannot move is not labeled. Default null. */
  readonly bounds: Bounds | null;
}

const defaults: InjectionOptions = {
  seed: 1,
  kinds: injectionKinds,
  ratio: 0.05,
  size: 6,
  scale: null,
  nShortPoints: 3,
  minLongMs: 3 * HOUR,
  maxLongMs: 6 * HOUR,
  range: null,
  keepClear: [],
  jobs: null,
  batch: null,
  bounds: null,
};

/**
 * Completes and checks options.
 * @throws RangeError naming the option, its value and what was expected.
 */
export function parseInjectionOptions(input: Partial<InjectionOptions> = {}): InjectionOptions {
  const options = { ...defaults, ...input };
  requireWhole('seed', options.seed, -(2 ** 31), 2 ** 32 - 1);
  requireWhole('nShortPoints', options.nShortPoints, 1, 1000);
  requireAbove0('ratio', options.ratio, 0.5);
  requireAbove0('size', options.size);
  requireAbove0('scale', options.scale ?? 1);
  requireAbove0('minLongMs', options.minLongMs);
  requireOrder('maxLongMs', options.minLongMs, options.maxLongMs);
  if (options.range !== null) {
    requireOrder('range', options.range.start, options.range.end);
  }
  options.keepClear.forEach(({ start, end }) => requireOrder('keepClear', start, end));
  if (options.bounds !== null) {
    requireOrder('bounds', options.bounds.lower, options.bounds.upper);
  }
  options.kinds.forEach(requireKind);
  return options;
}

function requireKind(kind: PlantedKind): void {
  if (!plantedKinds.includes(kind)) {
    throw new RangeError(`invalid kinds: ${String(kind)} (expected some of ${plantedKinds.join(', ')})`);
  }
}

function requireWhole(name: string, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new RangeError(`invalid ${name}: ${value} (expected a whole number, ${min} to ${max})`);
  }
}

function requireAbove0(name: string, value: number, max = Number.MAX_VALUE): void {
  if (!(value > 0 && value <= max)) {
    const bound = max === Number.MAX_VALUE ? '' : `, at most ${max}`;
    throw new RangeError(`invalid ${name}: ${value} (expected above 0${bound})`);
  }
}

function requireOrder(name: string, lower: number, upper: number): void {
  if (!(lower <= upper)) {
    throw new RangeError(`invalid ${name}: ${lower} to ${upper} (expected the first at most the second)`);
  }
}
