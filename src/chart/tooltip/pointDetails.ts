import type { Severity } from 'foreband-detector';
import { branchOf } from 'foreband-detector';

import { medianStep, rowNear } from 'foreband-engine';
import type { ChartIncident, ChartSeries, ScoredSeries } from '../model/chartSeries';

/** One share of a forecast at one time. */
export interface ShareAt {
  readonly name: string;
  /** In the unit of the series. */
  readonly value: number;
  /** The same as a share of the trend, where it is one. */
  readonly ofTrend?: number;
}

/** All that is known of one series at one time; NaN where there is nothing. */
export interface PointDetails {
  /** The sample as drawn. */
  readonly actual: number;
  /** The sample that was scored: another one where the panel draws on another step. */
  readonly scored: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  readonly score: number;
  /** Set where the point belongs to an anomaly. */
  readonly severity?: Severity;
  /** Extent of that anomaly, epoch ms. */
  readonly anomaly?: Pick<ChartIncident, 'start' | 'end' | 'handling'>;
  /** Why it is anomalous, compared with what, in words. */
  readonly reason?: string;
  /** Which filter kept a point outside the band from being an anomaly. */
  readonly suppressedBy?: string;
  readonly shares: readonly ShareAt[];
}

const suppressionTexts = {
  exclusion: 'in an excluded time range',
  normalRange: 'within the normal range',
  direction: 'on the side that does not count',
  minDeviation: 'closer to the forecast than the minimum deviation',
  nOfM: 'too few points in a row (N of M)',
} as const;

/** Why a filter suppressed a run, for a reader. */
function suppressionText(reason: keyof typeof suppressionTexts): string {
  return suppressionTexts[reason];
}

/** Branch that decided the score of a row, and the size it is compared with. */
function reasonAt({ reasons, time, y, bandLower, bandUpper, anomalies }: ScoredSeries, row: number) {
  const isInside = y[row] >= bandLower[row] && y[row] <= bandUpper[row];
  const place = isInside ? ', within the band' : '';
  const run = anomalies.find(({ start, end }) => time[row] >= start && time[row] <= end);
  const texts = {
    spike: (size: number) => `${size.toFixed(1)} times the largest usual deviation at this hour`,
    sustained: () => `Unusually unsettled for 1 h 40 min${place}`,
    bias: () => `${run?.direction === 'below' ? 'Below' : 'Above'} the forecast for 2 h${place}`,
    limit: () => 'Beyond a limit',
  };
  const branch = branchOf(reasons?.branch[row] ?? 0);
  return reasons === undefined || branch === undefined
    ? undefined
    : texts[branch](reasons.size[row] / reasons.usual[row]);
}

function verdictAt(scored: ScoredSeries, row: number): Partial<PointDetails> {
  const at = scored.time[row];
  const anomaly = scored.incidents.find(({ start, end }) => at >= start && at <= end);
  const suppressed = scored.suppressed.find(({ start, end }) => at >= start && at <= end);
  return {
    severity: scored.anomalous[row] === 1 ? scored.severityAt(row) : undefined,
    anomaly: scored.anomalous[row] === 1 ? anomaly : undefined,
    reason: scored.anomalous[row] === 1 ? reasonAt(scored, row) : undefined,
    suppressedBy: suppressed === undefined ? undefined : suppressionText(suppressed.reason),
  };
}

function sharesAt(scored: ScoredSeries, row: number): ShareAt[] {
  return scored
    .shares()
    .filter(({ values, isOccasional }) => !isOccasional || values[row] !== 0)
    .map(({ name, values, ofTrend }) => ({ name, value: values[row], ofTrend: ofTrend?.[row] }));
}

/** The details of a series at a time: the nearest sample and the nearest scored row, each within its own step. */
export function pointDetails({ line, scored }: ChartSeries, time: number): PointDetails {
  const lineRow = rowNear(line.time, time, medianStep(line.time));
  const actual = line.y[lineRow] ?? NaN;
  const row = scored === undefined ? -1 : rowNear(scored.time, time, medianStep(scored.time));
  if (scored === undefined || row < 0) {
    return { actual, scored: NaN, expected: NaN, lower: NaN, upper: NaN, score: NaN, shares: [] };
  }
  return {
    actual,
    scored: scored.y[row],
    expected: scored.yhat[row],
    lower: scored.bandLower[row],
    upper: scored.bandUpper[row],
    score: scored.score[row],
    ...verdictAt(scored, row),
    shares: sharesAt(scored, row),
  };
}
