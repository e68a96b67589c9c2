import type { Evaluation } from './evaluate.js';
import { countText, numberText, percentText, rangeText } from './reportNumbers.js';
import type { SweepRow } from './sweepThresholds.js';
import { thresholdAdvice, type ThresholdAdvice } from './thresholdAdvice.js';
import type { ThresholdStudy } from './thresholdStudy.js';

/** One thing to do, or to know, and why. */
export interface Recommendation {
  /** The subject. */
  readonly topic: 'threshold' | 'filters' | 'model' | 'kinds' | 'data';
  /** Whole sentences. */
  readonly text: string;
}

// With fewer events than this one more or less moves recall by over ten points.
const FEW_EVENTS = 10;

// A detector nobody switches off raises at most about one false alarm in a week.
const BEARABLE_A_DAY = 1 / 7;

// Sampling alone moves the coverage of some hundred rows by two points; five are a finding.
const COVERAGE_SLACK = 0.05;

// An interval that leaves out less than this share of what it should leave out is too wide.
const WIDE_SHARE = 0.5;

// An error that is mostly in one direction is a level the model does not follow.
const BIASED_SHARE = 0.5;

// Labels that reach far beyond the anomaly itself, as many do, make a poor area of good alarms.
const POOR_AREA = 0.8;
const GOOD_F1 = 0.8;

const POOR_RECALL = 0.5;

const remedies: Readonly<Record<string, string>> = {
  drift: 'a slow drift is followed by a model that is refitted often; compare with a model that was fitted before it',
  flatline: 'a flatline stays inside the band; alert on a value that does not change, with changes() in PromQL',
  dropout: 'a value that is missing has no score; alert on absent() in PromQL',
  varianceChange: 'stronger noise crosses the band now and then only; avoid N of M with a large N for it',
  levelShift: 'a small shift hides in a wide band; more weekly detail and a training without past incidents narrow it',
};

/**
 * The advice that follows from the figures, the most important first; at least one sentence.
 * @param study of the thresholds, null where none was made.
 */
export function recommend(evaluation: Evaluation, study: ThresholdStudy | null): readonly Recommendation[] {
  const all = [
    ...adviseData(evaluation),
    ...adviseThreshold(evaluation, study),
    ...adviseFilters(evaluation, study),
    ...adviseModel(evaluation),
    ...adviseKinds(evaluation),
  ];
  if (all.length > 0) {
    return all;
  }
  return [{ topic: 'threshold', text: 'Keep these settings: nothing in the figures asks for a change.' }];
}

function adviseData({ events, heldOut }: Evaluation): readonly Recommendation[] {
  const nEvents = events.outcomes.length;
  if (nEvents === 0) {
    return [
      {
        topic: 'data',
        text:
          'No anomaly lies in the held-out rows, so only false alarms could be counted. Plant some, label some, ' +
          'or hold out a longer stretch.',
      },
    ];
  }
  const few: Recommendation = {
    topic: 'data',
    text: `There ${nEvents === 1 ? 'was' : 'were'} only ${countText(nEvents, 'event')} to find, ${events.nFound} of them found: at 95% confidence the recall lies between ${rangeText(events.nFound, nEvents)}. Take the figures as a rough guide, or evaluate on a longer stretch.`,
  };
  const nValues = heldOut.folds[0].training.nValues;
  const short: Recommendation = {
    topic: 'data',
    text: `The first model was fitted to ${nValues} values only. Two weeks of data are needed for the weekly seasonality.`,
  };
  const { start, end } = heldOut.folds[0].training;
  return [...(nEvents < FEW_EVENTS ? [few] : []), ...(end - start < 13.5 * 86_400_000 ? [short] : [])];
}

function adviseThreshold({ options, events }: Evaluation, study: ThresholdStudy | null): readonly Recommendation[] {
  if (study === null || events.outcomes.length === 0) {
    return [];
  }
  const { thresholdMultiplier } = options;
  const advice = thresholdAdvice(study, { thresholdMultiplier, events });
  switch (advice.kind) {
    case 'none':
      return [
        {
          topic: 'threshold',
          text: 'No threshold multiplier reaches the goal. Improve the model or the filters first.',
        },
      ];
    case 'keep':
      return advice.within === undefined ? [] : [keepText(thresholdMultiplier, events, advice.within)];
    case 'change':
      return [changeText(thresholdMultiplier, events, advice.row)];
  }
}

type Within = NonNullable<(ThresholdAdvice & { kind: 'keep' })['within']>;

function keepText(current: number, events: Evaluation['events'], { row, bounds }: Within): Recommendation {
  return {
    topic: 'threshold',
    text:
      `Keep the threshold multiplier of ${numberText(current)}: ${numberText(row.thresholdMultiplier)} would have found ` +
      `${row.events.nFound} instead of ${events.nFound} of ${countText(events.outcomes.length, 'event')} with ` +
      `${row.events.nFalse} instead of ${countText(events.nFalse, 'false event')}, but from so few nobody can tell ` +
      `${numberText(bounds.lower)} to ${numberText(bounds.upper)} apart.`,
  };
}

function changeText(current: number, events: Evaluation['events'], { thresholdMultiplier, events: chosen }: SweepRow) {
  const verb = thresholdMultiplier > current ? 'Raise' : 'Lower';
  return {
    topic: 'threshold' as const,
    text:
      `${verb} the threshold multiplier from ${numberText(current)} to ` +
      `${numberText(thresholdMultiplier)}: ${chosen.nFound} instead of ${events.nFound} events found` +
      `${recallText(chosen)}, ${chosen.nFalse} instead of ${countText(events.nFalse, 'false event')}.`,
  };
}

function recallText({ nFound, nMissed }: Evaluation['events']): string {
  return ` (a recall between ${rangeText(nFound, nFound + nMissed)})`;
}

function adviseFilters({ events, options }: Evaluation, study: ThresholdStudy | null): readonly Recommendation[] {
  const best = study?.chosen?.events ?? events;
  if (best.falseEventsPerDay <= BEARABLE_A_DAY || Number.isNaN(best.falseEventsPerDay)) {
    return [];
  }
  const hint =
    options.n === 1
      ? 'Ask for several points (N of M) and a minimum deviation, which remove short and small excursions.'
      : 'Ask for more points (N of M) or a larger minimum deviation.';
  const perWeek = countText(7 * best.falseEventsPerDay, 'false event');
  const text = `${study?.chosen === undefined ? 'Counted' : 'Even then, counted'} by the week: ${perWeek}. ${hint}`;
  return [{ topic: 'filters', text }];
}

function adviseModel({ quality, roc, events }: Evaluation): readonly Recommendation[] {
  const found: Recommendation[] = [];
  const { coverage, promisedCoverage, bias, mae } = quality;
  if (coverage < promisedCoverage - COVERAGE_SLACK) {
    found.push({
      topic: 'model',
      text:
        `Only ${percentText(coverage)} of the normal values lie within the interval that promises ` +
        `${percentText(promisedCoverage)}: the series has changed since it was fitted, or has a seasonality that the model ` +
        'lacks. Refit more often, allow the trend to bend more, or add seasonal detail.',
    });
  } else if (events.nMissed > 0 && 1 - coverage < WIDE_SHARE * (1 - promisedCoverage)) {
    found.push({
      topic: 'model',
      text:
        `${percentText(coverage)} of the normal values lie within the interval that promises ` +
        `${percentText(promisedCoverage)}: it is wider than it need be, which hides anomalies. Exclude past incidents ` +
        'from the training.',
    });
  }
  if (Math.abs(bias) > BIASED_SHARE * mae) {
    const side = bias > 0 ? 'below' : 'above';
    found.push({
      topic: 'model',
      text: `The forecast lies ${side} the normal values most of the time: their level has moved. Shorten the training window or refit more often.`,
    });
  }
  if (roc.area < POOR_AREA && !(events.f1 >= GOOD_F1)) {
    found.push({
      topic: 'model',
      text: `The area under the ROC is ${numberText(roc.area)}: no threshold separates these anomalies well. Improve the forecast before tuning the threshold.`,
    });
  }
  return found;
}

function adviseKinds({ byKind, events }: Evaluation): readonly Recommendation[] {
  const poor = byKind.filter(({ recall, kind }) => recall < POOR_RECALL && remedies[kind] !== undefined);
  const found: Recommendation[] = poor.map(({ kind, nFound, nEvents }) => ({
    topic: 'kinds',
    text: `Of ${countText(nEvents, 'event')} of the kind ${kind}, ${nFound} found (a recall between ${rangeText(nFound, nEvents)}): ${remedies[kind]}.`,
  }));
  if (events.nWithoutData > 0) {
    const text = `${countText(events.nWithoutData, 'event')} without data: ${remedies.dropout}.`;
    found.push({ topic: 'kinds', text });
  }
  return found;
}
