import type { Band } from './band';
import type { Bounds, DetectionOptions } from './detectionOptions';
import { suppressionCodes } from './suppression';

/** What a point is before its neighbours are asked. */
export const pointStates = {
  /** Nothing measured or nothing forecast. */
  missing: 0,
  /** Inside the band, or outside but suppressed by a filter. */
  quiet: 1,
  /** Outside, and no filter objects: it counts for N of M. */
  outside: 2,
  /** Beyond a limit: anomalous whatever its neighbours do. */
  beyondLimit: 3,
  /** In an excluded time span. */
  excluded: 4,
} as const;

/** One judgement a point. */
export interface Judgements {
  /** One of `pointStates`. */
  readonly state: Uint8Array;
  /** 1 above, -1 below, 0 where the point left neither the band nor the limits. */
  readonly side: Int8Array;
  /** Code of the filter that suppressed the point (see `suppressionCodes`), else 0. */
  readonly suppressedBy: Uint8Array;
}

/** The columns that are judged; all of one length. */
export interface JudgedColumns {
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly yhat: Float64Array;
  readonly score: Float64Array;
  readonly band: Band;
}

const noLimits: Bounds = { lower: -Infinity, upper: Infinity };
const noNormalRange: Bounds = { lower: Infinity, upper: -Infinity };

/** Judges every point by itself: all filters but N of M. Options must be complete, times ascending. */
export function judgePoints({ time, y, yhat, score, band }: JudgedColumns, options: DetectionOptions): Judgements {
  const state = new Uint8Array(time.length);
  const side = new Int8Array(time.length);
  const suppressedBy = new Uint8Array(time.length);
  const limits = options.limits ?? noLimits;
  const isExcluded = createExclusionCheck(options);
  const filter = createFilter(options);
  for (let i = 0; i < time.length; i++) {
    const excluded = isExcluded(time[i]);
    if (Number.isNaN(score[i])) {
      state[i] = excluded ? pointStates.excluded : pointStates.missing;
      continue;
    }
    const beyond = sideOf(y[i], limits.lower, limits.upper);
    side[i] = sideOf(y[i], band.lower[i], band.upper[i]) || beyond;
    if (excluded) {
      state[i] = pointStates.excluded;
      suppressedBy[i] = side[i] === 0 ? 0 : suppressionCodes.exclusion;
    } else if (beyond !== 0) {
      state[i] = pointStates.beyondLimit;
    } else {
      suppressedBy[i] = filter(y[i], yhat[i], side[i]);
      state[i] = side[i] === 0 || suppressedBy[i] !== 0 ? pointStates.quiet : pointStates.outside;
    }
  }
  return { state, side, suppressedBy };
}

function sideOf(value: number, lower: number, upper: number): number {
  if (value > upper) {
    return 1;
  }
  return value < lower ? -1 : 0;
}

function createExclusionCheck({ exclusions }: DetectionOptions): (time: number) => boolean {
  let next = 0;
  return (time) => {
    while (next < exclusions.length && exclusions[next].end < time) {
      next++;
    }
    return next < exclusions.length && exclusions[next].start <= time;
  };
}

// The code of the first filter that suppresses a point, 0 for none and for points inside the band.
function createFilter(options: DetectionOptions): (y: number, yhat: number, side: number) => number {
  const { minDeviationAbsolute, minDeviationRelative, direction } = options;
  const normalRange = options.normalRange ?? noNormalRange;
  const ignoredSide = { both: NaN, above: -1, below: 1 }[direction];
  return (y, yhat, side) => {
    if (side === 0) {
      return 0;
    }
    if (y >= normalRange.lower && y <= normalRange.upper) {
      return suppressionCodes.normalRange;
    }
    if (side === ignoredSide) {
      return suppressionCodes.direction;
    }
    const deviation = Math.abs(y - yhat);
    const isFar = deviation > minDeviationAbsolute && deviation > minDeviationRelative * Math.abs(yhat);
    return isFar ? 0 : suppressionCodes.minDeviation;
  };
}
