import type { ForecastComparison, ForecastErrors } from './compareForecasts.js';
import { comparisonText, naiveName } from './comparisonText.js';
import type { Evaluation } from './evaluate.js';
import {
  boundsText,
  countText,
  durationText,
  momentText,
  numberText,
  percentText,
  rangeText,
} from './reportNumbers.js';
import { recommend } from './recommendations.js';
import type { ThresholdStudy } from './thresholdStudy.js';

/** An evaluation in words, as a tree that `reportText` and `reportMarkdown` write out. */
export interface Report {
  /** The subject of the evaluation. */
  readonly title: string;
  /** In reading order: what to do first, how it was measured last. */
  readonly sections: readonly ReportSection[];
}

/** One part of a report; any of its content may be empty. */
export interface ReportSection {
  /** Its heading. */
  readonly title: string;
  /** Whole sentences. */
  readonly paragraphs: readonly string[];
  /** Whole sentences that are points of a list. */
  readonly points: readonly string[];
  /** Figures: the first row holds the headings. */
  readonly table: readonly (readonly string[])[];
}

/**
 * Writes the report of an evaluation.
 * @param name of the series.
 * @param study of its thresholds, where one was made. Default none.
 * @param comparison of its forecast with naive ones, where one was made. Default none.
 */
export function reportOf(
  name: string,
  evaluation: Evaluation,
  study: ThresholdStudy | null = null,
  comparison: ForecastComparison | null = null,
): Report {
  return {
    title: `Evaluation of ${name}`,
    sections: [
      section('Recommendations', { points: recommend(evaluation, study).map(({ text }) => text) }),
      eventSection(evaluation),
      section('By kind', {
        table: [
          ['kind', 'events', 'found', 'recall (between)', 'median delay'],
          ...evaluation.byKind.map(({ kind, nEvents, nFound, recall, medianDelayMs }) => [
            kind,
            String(nEvents),
            String(nFound),
            `${percentText(recall)} (${rangeText(nFound, nEvents)})`,
            durationText(medianDelayMs),
          ]),
        ],
      }),
      section('By severity', {
        table: [
          ['severity', 'found events', 'false events', 'precision'],
          ...evaluation.bySeverity.map(({ severity, nFound, nFalse, precision }) => [
            severity,
            String(nFound),
            String(nFalse),
            percentText(precision),
          ]),
        ],
      }),
      ...(study === null ? [] : [thresholdSection(study)]),
      pointSection(evaluation),
      forecastSection(evaluation),
      ...(comparison === null ? [] : [comparisonSection(comparison)]),
      rowsSection(evaluation),
    ],
  };
}

function section(title: string, content: Partial<Omit<ReportSection, 'title'>>): ReportSection {
  return { paragraphs: [], points: [], table: [], ...content, title };
}

function eventSection({ events, options }: Evaluation): ReportSection {
  const leftOut = events.nWithoutData === 0 ? '' : ` ${events.nWithoutData} without any data were left out.`;
  return section('Events', {
    paragraphs: [
      `At a threshold multiplier of ${numberText(options.thresholdMultiplier)} the detector found ${events.nFound} of ` +
        `${countText(events.outcomes.length, 'event')}${ofOthers(events)} and raised ${countText(events.nFalse, 'false event')} in ` +
        `${durationText(events.observedMs)}.${leftOut}`,
      ...unknownText(events),
    ],
    table: [
      ['precision', 'recall', 'F1', 'false events a day', 'mean delay', 'median delay'],
      [
        percentText(events.precision),
        percentText(events.recall),
        percentText(events.f1),
        numberText(events.falseEventsPerDay),
        durationText(events.meanDelayMs),
        durationText(events.medianDelayMs),
      ],
    ],
  });
}

function ofOthers({ nFound, outcomes }: Evaluation['events']): string {
  return outcomes.length === 0 ? '' : ` (a recall between ${rangeText(nFound, outcomes.length)}, at 95% confidence)`;
}

function unknownText({ unknownEvents }: Evaluation['events']): readonly string[] {
  const n = unknownEvents.length;
  return n === 0
    ? []
    : [
        `${countText(n, 'alarm')} ${n === 1 ? 'was' : 'were'} found where nothing was planted. Until somebody says whether ` +
          `${n === 1 ? 'it was' : 'they were'} real, ${n === 1 ? 'it counts' : 'they count'} neither as right nor as false.`,
      ];
}

function thresholdSection({ goal, chosen, confidence }: ThresholdStudy): ReportSection {
  const goalText =
    goal.kind === 'fBeta'
      ? `the best F-beta with beta ${numberText(goal.beta)}`
      : `at most ${countText(goal.perWeek, 'false event')} a week`;
  if (chosen === undefined) {
    return section('Threshold', { paragraphs: [`No threshold multiplier reaches the goal: ${goalText}.`] });
  }
  const { thresholdMultiplier, threshold, events } = chosen;
  return section('Threshold', {
    paragraphs: [
      `For the goal of ${goalText} the threshold multiplier is ${numberText(thresholdMultiplier)} ` +
        `(a score above ${numberText(threshold)}).`,
    ],
    table: [
      ['', 'value', 'confidence'],
      ['multiplier', numberText(thresholdMultiplier), boundsText(confidence?.thresholdMultiplier, numberText)],
      ['precision', percentText(events.precision), boundsText(confidence?.precision, percentText)],
      ['recall', percentText(events.recall), boundsText(confidence?.recall, percentText)],
      [
        'false events a day',
        numberText(events.falseEventsPerDay),
        boundsText(confidence?.falseEventsPerDay, numberText),
      ],
    ],
  });
}

function pointSection({ points, roc, precisionRecall }: Evaluation): ReportSection {
  return section('Points', {
    paragraphs: [
      `Precision ${percentText(points.precision)}, recall ${percentText(points.recall)}, F1 ${percentText(points.f1)}, ` +
        `specificity ${percentText(points.specificity)}. Over all thresholds: area under the ROC ` +
        `${numberText(roc.area)}, average precision ${numberText(precisionRecall.averagePrecision)}.`,
    ],
    table: [
      ['', 'flagged', 'left alone'],
      ['anomalous', String(points.truePositives), String(points.falseNegatives)],
      ['normal', String(points.falsePositives), String(points.trueNegatives)],
    ],
  });
}

function forecastSection({ quality }: Evaluation): ReportSection {
  return section('Forecast on the normal rows', {
    paragraphs: [
      `${percentText(quality.coverage)} of ${quality.nRows} values lie within the interval that promises ` +
        `${percentText(quality.promisedCoverage)}.`,
    ],
    table: [
      ['MAE', 'RMSE', 'MAPE', 'sMAPE', 'bias', 'flagged'],
      [
        numberText(quality.mae),
        numberText(quality.rmse),
        percentText(quality.mape),
        percentText(quality.smape),
        numberText(quality.bias),
        percentText(quality.anomalousShare),
      ],
    ],
  });
}

function comparisonSection(comparison: ForecastComparison): ReportSection {
  const line = (name: string, { mae, medianError }: ForecastErrors) => [name, numberText(mae), numberText(medianError)];
  return section('Beside naive forecasts', {
    paragraphs: [comparisonText(comparison)],
    table: [
      ['forecast', 'MAE', 'median error'],
      line('model', comparison.model),
      ...comparison.naive.map(({ kind, ...errors }) => line(naiveName(kind), errors)),
    ],
  });
}

function rowsSection({ heldOut: { folds } }: Evaluation): ReportSection {
  const first = folds[0];
  const last = folds[folds.length - 1];
  const nHeldOut = folds.reduce((sum, { heldOut }) => sum + heldOut.nValues, 0);
  const fits =
    folds.length === 1
      ? `One model fitted to ${first.training.nValues} values`
      : `${folds.length} models, each refitted as time went by, fitted to ${first.training.nValues} to ` +
        `${last.training.nValues} values`;
  return section('Rows used', {
    paragraphs: [
      `${fits} between ${momentText(first.training.start)} and ${momentText(last.training.end)}. Scored were ` +
        `${nHeldOut} later values from ${momentText(first.heldOut.start)} to ${momentText(last.heldOut.end)}; ` +
        'no model had seen the values it was scored on.',
    ],
  });
}
