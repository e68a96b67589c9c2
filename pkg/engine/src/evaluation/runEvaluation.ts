import {
  bootstrapThreshold,
  chooseThreshold,
  compareForecasts,
  evaluate,
  forecastFolds,
  isJobKind,
  joinFolds,
  parseDetectionOptions,
  sweepThresholds,
  sweptMultipliers,
  toGrid,
  withoutSpans,
  type Evaluation,
  type Fold,
  type ForecastComparison,
  type ForecastFold,
  type GroundTruth,
  type HeldOut,
  type Series,
  type SweepRow,
  type ThresholdStudy,
} from 'foreband-detector';

import { excludedSpans, spanOfRows } from '../exclusions/excludedSpans.js';
import { fitRows } from '../fit/fitRows.js';
import type { FittedModel } from '../fit/fittedModel.js';
import { detectionOptions } from '../score/detectionOptions.js';
import type { DetectorSettings } from '../settings/settings.js';
import { takeInSlices, type SliceOptions } from '../slices.js';
import type { Verbs } from '../verbs.js';

import { evaluationFolds } from './evaluationFolds.js';
import type { EvaluationPlan } from './evaluationPlan.js';
import type { EvaluationSubject } from './evaluationSubject.js';
import { evaluationTruth, type KindLeftOut } from './evaluationTruth.js';
import { findEvaluationProblem } from './findEvaluationProblem.js';
import { foldForecaster, withSeasonalitiesOf } from './foldForecaster.js';
import { modelFold } from './modelFold.js';
import { recurringEffects } from './recurringEffects.js';
import type { UnplantedIncident } from './unplantedIncidents.js';

/** An evaluated detector, with what evaluating it at another threshold needs. */
export interface EvaluationBasis {
  readonly kind: 'evaluated';
  readonly name: string;
  /** The settings it was made with. */
  readonly settings: DetectorSettings;
  readonly plan: EvaluationPlan;
  readonly truth: GroundTruth;
  /** Incidents that were found in the samples as they came, before anything was planted; none where nothing was. */
  readonly unplanted: readonly UnplantedIncident[];
  /** The kinds of the plan that were not planted, and why. */
  readonly leftOut: readonly KindLeftOut[];
  /** The rows that were scored, planted anomalies included, with forecasts that never saw them. */
  readonly heldOut: HeldOut;
  /** One row for every threshold multiplier. */
  readonly sweep: readonly SweepRow[];
  /** The threshold for the plan's goal, and how sure it is. */
  readonly study: ThresholdStudy;
  /** The evaluation at the threshold multiplier of the settings. */
  readonly evaluation: Evaluation;
  /** The forecast beside naive ones, on the samples as they came. */
  readonly comparison: ForecastComparison;
  /** The model that was evaluated; undefined where models were fitted with the settings. */
  readonly fitted?: FittedModel;
}

/** Why a series was not evaluated; `message` says what is wrong and what to do. */
export interface NotEvaluated {
  readonly kind: 'notEvaluated';
  readonly message: string;
}

/** An evaluation, or why there is none. */
export type EvaluationOutcome = EvaluationBasis | NotEvaluated;

/** A step of the work that is not a fold or a row of the sweep: the bootstrap. */
const LAST_STEP = 1;

function onGrid(series: Series, stepMs: number): Series {
  const isRegular = series.time.every((time) => time % stepMs === 0);
  return isRegular ? toGrid(series, stepMs) : series;
}

interface Forecasts {
  /** The model of all samples, or the one that is evaluated. */
  readonly full: FittedModel;
  /** Computed one by one as they are taken. */
  readonly steps: Iterable<ForecastFold>;
}

// Planted anomalies are scored and never fitted: a rolling model would meet more of them than any series has.
function forecastsOf(verbs: Verbs, subject: EvaluationSubject, folds: readonly Fold[]): Forecasts {
  const { series, settings, calendar, fitted } = subject;
  if (fitted !== undefined) {
    return {
      full: fitted,
      steps: folds.map((fold) => modelFold(verbs, series, fold, { fitted, settings })),
    };
  }
  const rows = fitRows(series, settings, calendar);
  const full = verbs.fit(rows, settings);
  const forecaster = foldForecaster(verbs, rows, withSeasonalitiesOf(full.model, settings));
  return { full, steps: forecastFolds(series, folds, forecaster) };
}

// Jobs are the series' own, whatever the method that is evaluated knows of them.
function returningIn(verbs: Verbs, subject: EvaluationSubject, plan: EvaluationPlan, full: FittedModel) {
  const { series, calendar, fitted } = subject;
  if (plan.truth !== 'planted' || !plan.kinds.some(isJobKind)) {
    return { jobs: null, batch: null };
  }
  const knows = fitted !== undefined || full.adaptive !== null;
  const settings = { ...subject.settings, method: 'adaptive' as const };
  const knowing = knows ? full : verbs.fit(fitRows(series, settings, calendar), settings);
  return recurringEffects(verbs, knowing, series.time);
}

async function studyThresholds(
  heldOut: HeldOut,
  truth: GroundTruth,
  { settings, plan }: { readonly settings: DetectorSettings; readonly plan: EvaluationPlan },
  slices: SliceOptions,
): Promise<Pick<EvaluationBasis, 'sweep' | 'study'>> {
  const options = parseDetectionOptions(detectionOptions(settings, spanOfRows(heldOut.time)));
  const sweep = await takeInSlices(sweepThresholds(heldOut, truth, options), sweptMultipliers.length, slices);
  const { goal } = plan;
  const chosen = chooseThreshold(sweep, goal);
  return { sweep, study: { goal, chosen, confidence: bootstrapThreshold(sweep, goal) } };
}

/**
 * Evaluates a series' detector: plants or places the truth, fits fold after fold or takes the model that is there,
 * forecasts the held-out rows and tries every threshold. Works in slices of a few milliseconds, so that the page stays
 * responsive.
 * @param plan complete, from `parsePlan`.
 * @throws the reason of the signal once that is aborted; RangeError for settings the model cannot use.
 */
export async function runEvaluation(
  verbs: Verbs,
  asked: EvaluationSubject,
  plan: EvaluationPlan,
  slices: Pick<SliceOptions, 'signal' | 'onProgress' | 'yieldToBrowser'> = {},
): Promise<EvaluationOutcome> {
  const { settings, name, fitted } = asked;
  const grid = onGrid(asked.series, settings.stepMs);
  const subject = { ...asked, series: withoutSpans(grid, excludedSpans(settings, spanOfRows(grid.time))) };
  const folds = evaluationFolds(subject, plan);
  const problem = findEvaluationProblem(subject, folds, plan);
  if (problem !== undefined) {
    return { kind: 'notEvaluated', message: problem };
  }
  const total = folds.length + sweptMultipliers.length + LAST_STEP;
  const progressFrom = (offset: number) => (done: number) => slices.onProgress?.(offset + done, total);
  const { full, steps } = forecastsOf(verbs, subject, folds);
  const forecasts = await takeInSlices(steps, folds.length, { ...slices, onProgress: progressFrom(0) });
  const returning = returningIn(verbs, subject, plan, full);
  const { series, truth, unplanted, leftOut } = evaluationTruth(subject, plan, { full, returning, forecasts });
  const heldOut = joinFolds(series, forecasts);
  const thresholds = await studyThresholds(
    heldOut,
    truth,
    { settings, plan },
    { ...slices, onProgress: progressFrom(folds.length) },
  );
  const options = parseDetectionOptions(detectionOptions(settings, spanOfRows(heldOut.time)));
  const beta = plan.goal.kind === 'fBeta' ? plan.goal.beta : 1;
  const evaluation = evaluate(heldOut, truth, options, { beta, intervalWidth: settings.intervalWidth });
  const comparison = compareForecasts(subject.series, heldOut, truth);
  slices.onProgress?.(total, total);
  return {
    kind: 'evaluated',
    name,
    settings,
    plan,
    truth,
    unplanted,
    leftOut,
    heldOut,
    ...thresholds,
    evaluation,
    comparison,
    fitted,
  };
}
