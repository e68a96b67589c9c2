import { mergeSpans } from '../series/mergeSpans.js';
import type { TimeSpan } from '../series/timeSpan.js';

/** Two values, `lower` at most `upper`; a side that was left open is infinite. */
export interface Bounds {
  /** Smallest value inside, in the unit of the series. */
  readonly lower: number;
  /** Largest value inside, in the unit of the series. */
  readonly upper: number;
}

/** Complete options of `detect`, as `parseDetectionOptions` gives them. */
export interface DetectionOptions {
  /** Stretches the forecast's interval to the band: above 0, usually 0.5 to 6. Default 2. */
  readonly thresholdMultiplier: number;
  /** Which side of the band counts. Default 'both'. */
  readonly direction: 'both' | 'above' | 'below';
  /** A point counts only if |y - yhat| exceeds this, in the unit of the series, at least 0. Default 0. */
  readonly minDeviationAbsolute: number;
  /** A point counts only if |y - yhat| exceeds this share of |yhat| (0.1 is 10%), at least 0. Default 0. */
  readonly minDeviationRelative: number;
  /** How many of `m` successive points must be outside on one side: a whole number, 1 to `m`. Default 1. */
  readonly n: number;
  /** Length of that window in points: a whole number, 1 to 1000. Default 1. */
  readonly m: number;
  /** Values in this range, bounds included, are never anomalous. Default null: no such range. */
  readonly normalRange: Bounds | null;
  /** Values strictly outside always are anomalous, even inside the band. Default null: no limits. */
  readonly limits: Bounds | null;
  /** Points in these spans are never anomalous. Sorted and disjoint. Default none. */
  readonly exclusions: readonly TimeSpan[];
}

/** A range as the user gives it: a side left out, null or undefined is open; both left out mean no range at all. */
export interface BoundsInput {
  /** Smallest value inside, in the unit of the series. */
  readonly lower?: number | null;
  /** Largest value inside, in the unit of the series; at least `lower`. */
  readonly upper?: number | null;
}

/** Options as the user gives them: any left out takes its default. Meanings as in `DetectionOptions`. */
export interface DetectionOptionsInput extends Partial<
  Omit<DetectionOptions, 'normalRange' | 'limits' | 'exclusions'>
> {
  /** Values that are never anomalous; must lie within `limits`. */
  readonly normalRange?: BoundsInput | null;
  /** Values outside always are anomalous. */
  readonly limits?: BoundsInput | null;
  /** Time spans without anomalies, in any order, overlapping or not. */
  readonly exclusions?: readonly TimeSpan[];
}

const MAX_WINDOW = 1000;

const defaults: DetectionOptions = {
  thresholdMultiplier: 2,
  direction: 'both',
  minDeviationAbsolute: 0,
  minDeviationRelative: 0,
  n: 1,
  m: 1,
  normalRange: null,
  limits: null,
  exclusions: [],
};

/**
 * Completes and checks options.
 * @throws RangeError naming the option, its value and what was expected.
 */
export function parseDetectionOptions(input: DetectionOptionsInput = {}): DetectionOptions {
  const m = parseCount('m', input.m ?? defaults.m, MAX_WINDOW, String(MAX_WINDOW));
  const options: DetectionOptions = {
    thresholdMultiplier: parseMultiplier(input.thresholdMultiplier ?? defaults.thresholdMultiplier),
    direction: parseDirection(input.direction ?? defaults.direction),
    minDeviationAbsolute: parseDeviation('minDeviationAbsolute', input.minDeviationAbsolute),
    minDeviationRelative: parseDeviation('minDeviationRelative', input.minDeviationRelative),
    n: parseCount('n', input.n ?? defaults.n, m, `m = ${m}`),
    m,
    normalRange: parseBounds('normalRange', input.normalRange),
    limits: parseBounds('limits', input.limits),
    exclusions: mergeSpans(input.exclusions ?? defaults.exclusions),
  };
  requireNormalWithinLimits(options);
  return options;
}

function parseMultiplier(value: number): number {
  if (!(value > 0 && value < Infinity)) {
    throw new RangeError(`invalid thresholdMultiplier: ${value} (expected a number above 0)`);
  }
  return value;
}

function parseDirection(value: DetectionOptions['direction']): DetectionOptions['direction'] {
  if (value !== 'both' && value !== 'above' && value !== 'below') {
    throw new RangeError(`invalid direction: ${String(value)} (expected both, above or below)`);
  }
  return value;
}

function parseDeviation(name: 'minDeviationAbsolute' | 'minDeviationRelative', input: number | undefined): number {
  const value = input ?? defaults[name];
  if (!(value >= 0 && value < Infinity)) {
    throw new RangeError(`invalid ${name}: ${value} (expected 0 or more)`);
  }
  return value;
}

function parseCount(name: string, value: number, max: number, maxText: string): number {
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new RangeError(`invalid ${name}: ${value} (expected 1 to ${maxText})`);
  }
  return value;
}

function parseBounds(name: string, input: BoundsInput | null | undefined): Bounds | null {
  const lower = input?.lower ?? -Infinity;
  const upper = input?.upper ?? Infinity;
  if (!(lower <= upper)) {
    throw new RangeError(`invalid ${name}: ${lower} to ${upper} (expected lower at most upper)`);
  }
  return lower === -Infinity && upper === Infinity ? null : { lower, upper };
}

function requireNormalWithinLimits({ normalRange, limits }: DetectionOptions): void {
  if (normalRange === null || limits === null) {
    return;
  }
  const isWithin = (value: number) => !Number.isFinite(value) || (value >= limits.lower && value <= limits.upper);
  if (!isWithin(normalRange.lower) || !isWithin(normalRange.upper)) {
    throw new RangeError(
      `invalid normalRange: ${normalRange.lower} to ${normalRange.upper} ` +
        `(expected within the limits ${limits.lower} to ${limits.upper})`,
    );
  }
}
