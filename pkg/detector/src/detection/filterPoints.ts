import type { Bounds, DetectionOptions } from './detectionOptions.js';
import type { ScoredRows } from './scoredRows.js';
import { suppressionCodes } from './suppression.js';

/** The state of a point before its neighbors are asked. */
export const pointStates = {
  /** Nothing measured or nothing forecast. */
  missing: 0,
  /** Normal by its score, or anomalous but suppressed by a filter. */
  quiet: 1,
  /** Anomalous by its score, and no filter objects: it counts for N of M. */
  outside: 2,
  /** Beyond a limit: anomalous whatever its neighbors do. */
  beyondLimit: 3,
  /** In an excluded time span. */
  excluded: 4,
} as const;

/** The filters' verdict on each point. */
export interface FilteredPoints {
  /** One of `pointStates`. */
  readonly state: Uint8Array;
  /** 1 above, -1 below, 0 where the point is neither anomalous by its score nor beyond a limit. */
  readonly side: Int8Array;
  /** Code of the filter that suppressed the point (see `suppressionCodes`), else 0. */
  readonly suppressedBy: Uint8Array;
}

const noLimits: Bounds = { lower: -Infinity, upper: Infinity };
const noNormalRange: Bounds = { lower: Infinity, upper: -Infinity };

/** Applies every filter but N of M, point by point. Options must be complete, times ascending. */
export function filterPoints(rows: ScoredRows, options: DetectionOptions): FilteredPoints {
  const { time, y, score } = rows;
  const state = new Uint8Array(time.length);
  const side = new Int8Array(time.length);
  const suppressedBy = new Uint8Array(time.length);
  const limits = options.limits ?? noLimits;
  const isExcluded = createExclusionCheck(options);
  const filter = createFilter(rows, options);
  for (let i = 0; i < time.length; i++) {
    const excluded = isExcluded(time[i]);
    if (Number.isNaN(score[i])) {
      state[i] = excluded ? pointStates.excluded : pointStates.missing;
      continue;
    }
    const beyond = sideOf(y[i], limits.lower, limits.upper);
    side[i] = rows.side[i] || beyond;
    if (excluded) {
      state[i] = pointStates.excluded;
      suppressedBy[i] = side[i] === 0 ? 0 : suppressionCodes.exclusion;
    } else if (beyond !== 0) {
      state[i] = pointStates.beyondLimit;
    } else {
      suppressedBy[i] = side[i] === 0 ? 0 : filter(i);
      state[i] = side[i] === 0 || suppressedBy[i] !== 0 ? pointStates.quiet : pointStates.outside;
    }
  }
  return { state, side, suppressedBy };
}

/** The side of a range on which a value lies: 1 above, -1 below, 0 within. */
export function sideOf(value: number, lower: number, upper: number): number {
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

// The code of the first filter that suppresses an anomalous point, 0 for none.
function createFilter({ y, expected, size, side }: ScoredRows, options: DetectionOptions): (row: number) => number {
  const { minDeviationAbsolute, minDeviationRelative, direction } = options;
  const normalRange = options.normalRange ?? noNormalRange;
  const ignoredSide = { both: NaN, above: -1, below: 1 }[direction];
  return (row) => {
    if (y[row] >= normalRange.lower && y[row] <= normalRange.upper) {
      return suppressionCodes.normalRange;
    }
    if (side[row] === ignoredSide) {
      return suppressionCodes.direction;
    }
    const isFar = size[row] > minDeviationAbsolute && size[row] > minDeviationRelative * Math.abs(expected[row]);
    return isFar ? 0 : suppressionCodes.minDeviation;
  };
}
