import {
  injectAnomalies,
  isJobKind,
  joinFolds,
  labelsFromSpans,
  parseInjectionOptions,
  type ForecastFold,
  type GroundTruth,
  type HeldOut,
  type PlantedKind,
  type Series,
} from 'foreband-detector';

import type { FittedModel } from '../fit/fittedModel.js';

import type { EvaluationPlan } from './evaluationPlan.js';
import type { EvaluationSubject } from './evaluationSubject.js';
import type { RecurringEffects } from './recurringEffects.js';
import { unplantedIncidents, withUnplanted, type UnplantedIncident } from './unplantedIncidents.js';

/** Events to be found in a series, and the rows with them. */
export interface EvaluationTruth {
  /** The series, planted anomalies included. */
  readonly series: Series;
  readonly truth: GroundTruth;
  /** Incidents in the samples as they came; none unless the plan plants anomalies. */
  readonly unplanted: readonly UnplantedIncident[];
  /** The kinds of the plan that were not planted, and why. */
  readonly leftOut: readonly KindLeftOut[];
}

/** A kind that was to be planted and was not. */
export interface KindLeftOut {
  readonly kind: PlantedKind;
  /** Why, as the end of a sentence. */
  readonly reason: string;
}

/** Models that the truth is made with, and their forecasts of the held-out rows. */
export interface TruthParts {
  /** The model of all samples, or the one that is evaluated. */
  readonly full: FittedModel;
  /** What returns in the series. */
  readonly returning: RecurringEffects;
  readonly forecasts: readonly ForecastFold[];
}

function reasonFor(kind: PlantedKind, { jobs, batch }: RecurringEffects): string {
  if (kind === 'stoppedBatch' && batch === null) {
    return 'nothing in the series returns several times a day';
  }
  if (isJobKind(kind) && jobs === null) {
    return 'the series has no recurring job';
  }
  return 'the held-out samples have no room for it';
}

function plantedTruth(
  { series, bounds, settings, answers }: EvaluationSubject,
  { seed, kinds, ratio, size }: EvaluationPlan,
  { full: { model }, returning }: TruthParts,
  { time, ...heldOut }: HeldOut,
): EvaluationTruth {
  const unplanted = unplantedIncidents({ time, ...heldOut }, settings, answers);
  const scale = model.params.sigmaObs * model.scaling.yScale;
  const injected = injectAnomalies(
    series,
    parseInjectionOptions({
      seed,
      kinds,
      ratio,
      size,
      range: { start: time[0], end: time[time.length - 1] },
      keepClear: unplanted.map(({ start, end }) => ({ start, end })),
      ...returning,
      bounds: bounds ?? null,
      scale: scale > 0 ? scale : null,
    }),
  );
  const planted = new Set(injected.truth.events.map(({ kind }) => kind));
  return {
    series: injected.series,
    truth: withUnplanted(injected.truth, series.time, unplanted),
    unplanted,
    leftOut: kinds.filter((kind) => !planted.has(kind)).map((kind) => ({ kind, reason: reasonFor(kind, returning) })),
  };
}

/** Plants the anomalies that are to be found, or places those that somebody has marked. */
export function evaluationTruth(subject: EvaluationSubject, plan: EvaluationPlan, parts: TruthParts): EvaluationTruth {
  const { series, marked } = subject;
  return plan.truth === 'planted'
    ? plantedTruth(subject, plan, parts, joinFolds(series, parts.forecasts))
    : { series, truth: labelsFromSpans(series.time, marked?.spans ?? []), unplanted: [], leftOut: [] };
}
