import {
  injectAnomalies,
  joinFolds,
  labelsFromSpans,
  parseInjectionOptions,
  type ForecastFold,
  type GroundTruth,
  type HeldOut,
  type Series,
} from 'foreband-detector';
import type { Model } from 'prophet-wasm';

import type { EvaluationPlan } from './evaluationPlan.js';
import type { EvaluationSubject } from './evaluationSubject.js';
import { unplantedIncidents, withUnplanted, type UnplantedIncident } from './unplantedIncidents.js';

/** Events to be found in a series, and the rows with them. */
export interface EvaluationTruth {
  /** The series, planted anomalies included. */
  readonly series: Series;
  readonly truth: GroundTruth;
  /** Incidents in the samples as they came; none unless the plan plants anomalies. */
  readonly unplanted: readonly UnplantedIncident[];
}

/** Models that the truth is made with, and their forecasts of the held-out rows. */
export interface TruthParts {
  /** The model of all samples, or the one that is evaluated. */
  readonly full: Model;
  readonly forecasts: readonly ForecastFold[];
}

function plantedTruth(
  { series, bounds, settings, answers }: EvaluationSubject,
  { seed, kinds, ratio, size }: EvaluationPlan,
  full: Model,
  { time, ...heldOut }: HeldOut,
): EvaluationTruth {
  const unplanted = unplantedIncidents({ time, ...heldOut }, settings, answers);
  const scale = full.params.sigmaObs * full.scaling.yScale;
  const injected = injectAnomalies(
    series,
    parseInjectionOptions({
      seed,
      kinds,
      ratio,
      size,
      range: { start: time[0], end: time[time.length - 1] },
      keepClear: unplanted.map(({ start, end }) => ({ start, end })),
      bounds: bounds ?? null,
      scale: scale > 0 ? scale : null,
    }),
  );
  return { series: injected.series, truth: withUnplanted(injected.truth, series.time, unplanted), unplanted };
}

/** Plants the anomalies that are to be found, or places those that somebody has marked. */
export function evaluationTruth(
  subject: EvaluationSubject,
  plan: EvaluationPlan,
  { full, forecasts }: TruthParts,
): EvaluationTruth {
  const { series, marked } = subject;
  return plan.truth === 'planted'
    ? plantedTruth(subject, plan, full, joinFolds(series, forecasts))
    : { series, truth: labelsFromSpans(series.time, marked?.spans ?? []), unplanted: [] };
}
