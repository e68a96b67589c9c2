import type { Excursion } from './anomaly.js';
import type { ScoredRows } from './scoredRows.js';
import { severityOf, type Severity } from './severity.js';

/**
 * Describes the rows `first` to `last`; the side is that of the peak.
 * @param side 1 above, -1 below.
 * @param members not 0 for the rows that belong to it; `first` and `last` do.
 */
export function createExcursion(
  rows: ScoredRows,
  side: Int8Array,
  first: number,
  last: number,
  members: Uint8Array,
): Excursion {
  const { time, y, expected, score } = rows;
  const { peak, nPoints } = peakOf(score, first, last, members);
  return {
    start: time[first],
    end: time[last],
    direction: side[peak] > 0 ? 'above' : 'below',
    peakTime: time[peak],
    peakValue: y[peak],
    expected: expected[peak],
    peakScore: score[peak],
    severity: severityAt(rows, peak),
    nPoints,
  };
}

/** The member with the largest score, the earliest of equals, and how many members there are. */
export function peakOf(
  score: Float64Array,
  first: number,
  last: number,
  members: Uint8Array,
): { readonly peak: number; readonly nPoints: number } {
  let peak = first;
  let nPoints = 0;
  for (let i = first; i <= last; i++) {
    if (members[i] !== 0) {
      nPoints++;
      peak = score[i] > score[peak] ? i : peak;
    }
  }
  return { peak, nPoints };
}

/** The class of a row's score, or of its score in units of its threshold, whichever way it was scored. */
export function severityAt(rows: Pick<ScoredRows, 'score' | 'threshold' | 'severityBy'>, row: number): Severity {
  return severityOf(rows.severityBy === 'score' ? rows.score[row] : rows.score[row] / rows.threshold[row]);
}
