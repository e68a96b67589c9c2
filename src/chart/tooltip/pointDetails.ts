import type { Severity } from 'foreband-detector';
import { severityOf } from 'foreband-detector';

import { medianStep, rowNear } from 'foreband-engine';
import type { ChartSeries, Judgement } from '../model/chartSeries';

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
  /** The reading as drawn. */
  readonly actual: number;
  /** The reading as judged: another one where the panel draws on another step. */
  readonly judged: number;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  readonly score: number;
  /** Set where the point belongs to an anomaly. */
  readonly severity?: Severity;
  /** Extent of that anomaly, epoch ms. */
  readonly anomaly?: { readonly start: number; readonly end: number };
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

function verdictAt(judgement: Judgement, row: number): Partial<PointDetails> {
  const at = judgement.time[row];
  const anomaly = judgement.anomalies.find(({ start, end }) => at >= start && at <= end);
  const suppressed = judgement.suppressed.find(({ start, end }) => at >= start && at <= end);
  return {
    severity: judgement.anomalous[row] === 1 ? severityOf(judgement.score[row]) : undefined,
    anomaly: judgement.anomalous[row] === 1 ? anomaly : undefined,
    suppressedBy: suppressed === undefined ? undefined : suppressionText(suppressed.reason),
  };
}

function sharesAt(judgement: Judgement, row: number): ShareAt[] {
  return judgement
    .shares()
    .filter(({ values, isOccasional }) => !isOccasional || values[row] !== 0)
    .map(({ name, values, ofTrend }) => ({ name, value: values[row], ofTrend: ofTrend?.[row] }));
}

/** What a series has at a time: the nearest reading and the nearest judged row, each within its own step. */
export function pointDetails({ line, judgement }: ChartSeries, time: number): PointDetails {
  const lineRow = rowNear(line.time, time, medianStep(line.time));
  const actual = line.y[lineRow] ?? NaN;
  const row = judgement === undefined ? -1 : rowNear(judgement.time, time, medianStep(judgement.time));
  if (judgement === undefined || row < 0) {
    return { actual, judged: NaN, expected: NaN, lower: NaN, upper: NaN, score: NaN, shares: [] };
  }
  return {
    actual,
    judged: judgement.y[row],
    expected: judgement.yhat[row],
    lower: judgement.bandLower[row],
    upper: judgement.bandUpper[row],
    score: judgement.score[row],
    ...verdictAt(judgement, row),
    shares: sharesAt(judgement, row),
  };
}
