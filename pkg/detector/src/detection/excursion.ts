import type { Excursion } from './anomaly';
import { severityOf } from './severity';

/** The columns an excursion is described by; all of one length. */
export interface ScoredColumns {
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly yhat: Float64Array;
  readonly score: Float64Array;
}

/**
 * Describes the rows `first` to `last`.
 * @param side 1 above, -1 below.
 * @param members not 0 for the rows that belong to it; `first` and `last` do.
 */
export function createExcursion(
  { time, y, yhat, score }: ScoredColumns,
  side: number,
  first: number,
  last: number,
  members: Uint8Array,
): Excursion {
  let peak = first;
  let nPoints = 0;
  for (let i = first; i <= last; i++) {
    if (members[i] !== 0) {
      nPoints++;
      peak = score[i] > score[peak] ? i : peak;
    }
  }
  return {
    start: time[first],
    end: time[last],
    direction: side > 0 ? 'above' : 'below',
    peakTime: time[peak],
    peakValue: y[peak],
    expected: yhat[peak],
    peakScore: score[peak],
    severity: severityOf(score[peak]),
    nPoints,
  };
}
