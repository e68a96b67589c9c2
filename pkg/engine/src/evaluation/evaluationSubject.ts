import type { Bounds, LabeledSpan, Series, TimeSpan } from 'foreband-detector';

import type { DatedSettings } from '../calendar/calendar.js';
import type { FittedModel } from '../fit/fittedModel.js';

import type { IncidentAnswer } from './unplantedIncidents.js';

/** Stretches that somebody else marked as anomalous, for plans that do not plant anomalies. */
export interface MarkedTruth {
  readonly spans: readonly LabeledSpan[];
  /** Where the marks are complete: rows before are fitted and never scored. Default everywhere. */
  readonly known?: TimeSpan;
}

/** A series whose detector is evaluated, with the settings it is evaluated with. */
export interface EvaluationSubject extends DatedSettings {
  readonly name: string;
  /** Every row there is, on a fixed step, gaps as NaN or left out. */
  readonly series: Series;
  /** Values stay within, such as 0 and 1 for a share: planted anomalies do too. Default none. */
  readonly bounds?: Bounds;
  /** Needed unless the plan plants anomalies. */
  readonly marked?: MarkedTruth;
  /** Answers about incidents that were found and not planted, for plans that plant anomalies. Default none. */
  readonly answers?: readonly IncidentAnswer[];
  /**
   * The model to evaluate, on the samples after its training, whichever rows the plan holds out. Default: one is fitted
   * with the settings for every fold of the plan.
   */
  readonly fitted?: FittedModel;
}
