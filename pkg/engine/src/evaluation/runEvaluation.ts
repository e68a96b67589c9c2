import {
  bootstrapThreshold,
  chooseThreshold,
  evaluate,
  forecastFolds,
  injectAnomalies,
  joinFolds,
  labelsFromSpans,
  parseDetectionOptions,
  parseInjectionOptions,
  sweepThresholds,
  sweptMultipliers,
  toGrid,
  withoutSpans,
  type Evaluation,
  type Fold,
  type GroundTruth,
  type HeldOut,
  type Series,
  type SweepRow,
  type ThresholdStudy,
} from 'foreband-detector';
import type { Model } from 'prophet-wasm';

import { detectionOptions } from '../settings/detectionOptions.js';
import type { Engine } from '../detect/engine.js';
import { withUnitsCap } from '../fit/growthBounds.js';
import type { DetectorSettings } from '../settings/settings.js';
import { takeInSlices, type SliceOptions } from '../slices.js';

import { evaluationFolds } from './evaluationFolds.js';
import type { EvaluationPlan } from './evaluationPlan.js';
import type { EvaluationSubject } from './evaluationSubject.js';
import { foldForecaster, withPatternsOf } from './foldForecaster.js';

/** A judged detector, with what judging it at another threshold needs. */
export interface EvaluationBasis {
  readonly kind: 'evaluated';
  readonly name: string;
  /** The settings it was made with. */
  readonly settings: DetectorSettings;
  readonly plan: EvaluationPlan;
  readonly truth: GroundTruth;
  /** The rows that were judged, planted anomalies included, with forecasts that never saw them. */
  readonly heldOut: HeldOut;
  /** One row for every threshold multiplier. */
  readonly sweep: readonly SweepRow[];
  /** The threshold for the plan's goal, and how sure it is. */
  readonly study: ThresholdStudy;
  /** The evaluation at the threshold multiplier of the settings. */
  readonly evaluation: Evaluation;
}

/** Why a series was not evaluated; `message` says what is wrong and what to do. */
export interface NotEvaluated {
  readonly kind: 'notEvaluated';
  readonly message: string;
}

/** An evaluation, or why there is none. */
export type EvaluationOutcome = EvaluationBasis | NotEvaluated;

const MIN_LEARNT = 10;

/** A step of the work that is not a fold or a row of the sweep: the bootstrap. */
const LAST_STEP = 1;

function onGrid(series: Series, stepMs: number): Series {
  const isRegular = series.time.every((time) => time % stepMs === 0);
  return isRegular ? toGrid(series, stepMs) : series;
}

function plantedOrMarked(
  subject: EvaluationSubject,
  plan: EvaluationPlan,
  folds: readonly Fold[],
  full: Model,
): { readonly series: Series; readonly truth: GroundTruth } {
  const { series, marked, bounds } = subject;
  if (plan.truth !== 'planted') {
    return { series, truth: labelsFromSpans(series.time, marked?.spans ?? []) };
  }
  const { seed, kinds, ratio, size } = plan;
  const range = { start: series.time[folds[0].heldOut.from], end: series.time[folds[folds.length - 1].heldOut.to - 1] };
  const scale = full.params.sigmaObs * full.scaling.yScale;
  const options = { seed, kinds, ratio, size, range, bounds: bounds ?? null, scale: scale > 0 ? scale : null };
  return injectAnomalies(series, parseInjectionOptions(options));
}

function finiteRows({ time, y }: Series): Pick<Series, 'time' | 'y'> {
  return { time: time.filter((_, row) => Number.isFinite(y[row])), y: y.filter(Number.isFinite) };
}

function notEvaluated(message: string): NotEvaluated {
  return { kind: 'notEvaluated', message };
}

function findProblem(
  folds: readonly Fold[],
  rows: Pick<Series, 'time'>,
  plan: EvaluationPlan,
): NotEvaluated | undefined {
  if (rows.time.length < 2 * MIN_LEARNT) {
    return notEvaluated(
      `Too little history: ${rows.time.length} readings, at least ${2 * MIN_LEARNT} are needed. Lengthen the training window or the time range.`,
    );
  }
  if (folds.length === 0) {
    return notEvaluated(
      plan.truth === 'field'
        ? 'No labelled row is left to judge: the labels lie in the rows that are learnt from. Show a longer time range, or hold out more rows.'
        : 'No row is left to judge. Hold out more rows, or lengthen the training window.',
    );
  }
  return undefined;
}

async function studyThresholds(
  heldOut: HeldOut,
  truth: GroundTruth,
  { settings, plan }: { readonly settings: DetectorSettings; readonly plan: EvaluationPlan },
  slices: SliceOptions,
): Promise<Pick<EvaluationBasis, 'sweep' | 'study'>> {
  const options = parseDetectionOptions(detectionOptions(settings));
  const sweep = await takeInSlices(sweepThresholds(heldOut, truth, options), sweptMultipliers.length, slices);
  const { goal } = plan;
  const chosen = chooseThreshold(sweep, goal);
  return { sweep, study: { goal, chosen, confidence: bootstrapThreshold(sweep, goal) } };
}

/**
 * Judges a series' detector: plants or places the truth, fits fold after fold, forecasts the held-out rows and tries every
 * threshold. Works in slices of a few milliseconds, so that the page stays responsive.
 * @param plan complete, from `parsePlan`.
 * @throws the reason of the signal once that is aborted; RangeError for settings the model cannot use.
 */
export async function runEvaluation(
  engine: Engine,
  subject: EvaluationSubject,
  plan: EvaluationPlan,
  slices: Pick<SliceOptions, 'signal' | 'onProgress' | 'yieldToBrowser'> = {},
): Promise<EvaluationOutcome> {
  const { settings, name } = subject;
  const series = withoutSpans(onGrid(subject.series, settings.stepMs), settings.exclusions);
  const cleaned = { ...subject, series };
  const folds = evaluationFolds(cleaned, plan);
  const rows = finiteRows(series);
  const problem = findProblem(folds, rows, plan);
  if (problem !== undefined) {
    return problem;
  }
  const total = folds.length + sweptMultipliers.length + LAST_STEP;
  const progressFrom = (offset: number) => (done: number) => slices.onProgress?.(offset + done, total);
  const learning = withUnitsCap(settings, series);
  const { model: full } = engine.fit(rows, learning);
  const { series: judged, truth } = plantedOrMarked(cleaned, plan, folds, full);
  const forecaster = foldForecaster(engine, withPatternsOf(full, learning));
  // Planted anomalies are judged and never learnt from: a rolling model would meet more of them than any series has.
  const steps = forecastFolds(series, folds, forecaster);
  const forecasts = await takeInSlices(steps, folds.length, { ...slices, onProgress: progressFrom(0) });
  const heldOut = joinFolds(judged, forecasts);
  const thresholds = await studyThresholds(
    heldOut,
    truth,
    { settings, plan },
    { ...slices, onProgress: progressFrom(folds.length) },
  );
  const options = parseDetectionOptions(detectionOptions(settings));
  const beta = plan.goal.kind === 'fBeta' ? plan.goal.beta : 1;
  const evaluation = evaluate(heldOut, truth, options, { beta, intervalWidth: settings.intervalWidth });
  slices.onProgress?.(total, total);
  return { kind: 'evaluated', name, settings, plan, truth, heldOut, ...thresholds, evaluation };
}
