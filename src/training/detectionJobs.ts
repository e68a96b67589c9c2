import { ADAPTIVE_LEAD_MS, type Series, type TimeSpan } from 'foreband-detector';

import {
  type DatedSettings,
  type DetectionJob,
  type DetectionOutcome,
  type DetectorSettings,
  type FittedModel,
  lastCompleteStep,
  lastOf,
  medianStep,
  rowsBetween,
  stageOfChange,
  trainingSpan,
} from 'foreband-engine';

import type { Carried } from '../grafana/carried';

import { pairingKey, type SeriesInput } from './seriesInput';
import type { Training, TrainingAnswer } from './trainingAnswer';

/** The visible range and the moment of the query, epoch ms. */
export interface VisibleRange {
  readonly from: number;
  readonly to: number;
  /** When the panel's query was sent. */
  readonly now: number;
}

/** Where the history of a series comes from. */
export type HistoryOrigin = 'carried' | 'asked' | 'visible' | 'unpaired';

/** A job with the key of the series it scores. */
export interface KeyedJob {
  readonly key: string;
  readonly job: DetectionJob;
}

/** Outcomes by series key. */
export type Outcomes = ReadonlyMap<string, DetectionOutcome>;

/** A job with the origin of its history. */
export interface PlannedJob extends KeyedJob {
  readonly history: HistoryOrigin;
}

function stepOr(series: Series, fallback: number): number {
  const step = medianStep(series.time);
  return step > 0 ? step : fallback;
}

function lastSample({ time, y }: Series): number {
  let row = time.length - 1;
  while (row > 0 && !Number.isFinite(y[row])) {
    row--;
  }
  return time[row] ?? 0;
}

function forecastEnd(visible: Series, atLeast: number, settings: DetectorSettings): number {
  return Math.max(atLeast, lastSample(visible) + settings.horizonMs);
}

function carriedJob(input: SeriesInput, { settings, calendar }: DatedSettings): DetectionJob | undefined {
  if (input.carried === undefined) {
    return undefined;
  }
  const { training, lead, settings: ofQuery } = input.carried;
  const visible = input.queried.series;
  const isShorter = settings.trainingWindowMs < ofQuery.trainingWindowMs;
  // The rows are there on the query's step; another one would need another request.
  const onStep = { ...settings, stepMs: ofQuery.stepMs };
  return {
    training: isShorter ? lastOf(training, settings.trainingWindowMs) : training,
    visible,
    lead,
    forecastStart: visible.time[0],
    forecastEnd: forecastEnd(visible, visible.time.at(-1) ?? 0, settings),
    settings: onStep,
    calendar,
    fitted: carriedModel(input.carried, { settings: onStep, calendar }),
  };
}

// A longer window has no more rows, and so no other model.
function carriedModel(carried: Carried, { settings, calendar }: DatedSettings): FittedModel | undefined {
  const { fitted } = carried;
  const trainingWindowMs = Math.min(settings.trainingWindowMs, carried.settings.trainingWindowMs);
  const isToFit = stageOfChange(carried, { settings: { ...settings, trainingWindowMs }, calendar }) === 'fit';
  return fitted === null || isToFit ? undefined : fitted;
}

/** Answer's series for a drawn one: the same query and labels, or the only one of the query on either side. */
function pairedSeries(input: SeriesInput, inputs: readonly SeriesInput[], answer: TrainingAnswer): Series | undefined {
  const paired = answer.series.get(pairingKey(input.queried));
  if (paired !== undefined) {
    return paired;
  }
  const { refId } = input.queried;
  const prefix = `${JSON.stringify([refId]).slice(0, -1)},`;
  const candidates = [...answer.series].filter(([key]) => key.startsWith(prefix));
  const rivals = inputs.filter(({ queried }) => queried.refId === refId);
  return candidates.length === 1 && rivals.length === 1 ? candidates[0][1] : undefined;
}

function askedJob(
  input: SeriesInput,
  asked: Series,
  { settings, calendar }: DatedSettings,
  visible: VisibleRange,
): DetectionJob {
  const stepMs = stepOr(asked, settings.stepMs);
  const window: TimeSpan = trainingSpan(visible, settings);
  const end = Math.min(visible.to, lastCompleteStep(visible.now, stepMs));
  const shown = { ...rowsBetween(asked, visible.from, end), name: input.queried.series.name };
  return {
    training: rowsBetween(asked, window.start, window.end),
    lead: rowsBetween(asked, visible.from - ADAPTIVE_LEAD_MS - stepMs, visible.from - 1),
    visible: shown,
    forecastStart: visible.from,
    forecastEnd: forecastEnd(shown, visible.to, settings),
    settings: { ...settings, stepMs },
    calendar,
  };
}

function visibleJob(input: SeriesInput, { settings, calendar }: DatedSettings, visible: VisibleRange): DetectionJob {
  const { series } = input.queried;
  return {
    training: series,
    visible: series,
    forecastStart: series.time[0],
    forecastEnd: forecastEnd(series, visible.to, settings),
    settings: { ...settings, stepMs: stepOr(series, settings.stepMs) },
    calendar,
  };
}

/** The inputs of planning besides the series. */
export interface JobContext {
  /** Series that need no job, by key. */
  readonly known: ReadonlyMap<string, unknown>;
  /** Settings of the fit, with the calendar they come to, by series key: a series without has to wait. */
  readonly settingsOf: ReadonlyMap<string, DatedSettings>;
  readonly training: Training;
  readonly visible: VisibleRange;
  /** Models that were fitted before, by series key: theirs need no fit. Default none. */
  readonly stored?: ReadonlyMap<string, FittedModel>;
  /** Spans whose incidents do not count for the budget, by series key: such series are fitted. Default none. */
  readonly uncounted?: ReadonlyMap<string, readonly TimeSpan[]>;
}

/** Whether a series is drawn as its frame says, whatever the settings. */
export function isSettled({ source }: SeriesInput): boolean {
  return source === 'drawn' || source === 'unscored';
}

function plannedJob(input: SeriesInput, inputs: readonly SeriesInput[], context: JobContext): PlannedJob | undefined {
  const { key } = input;
  const { training, visible } = context;
  const asked = context.settingsOf.get(key);
  if (asked === undefined || isSettled(input) || context.known.has(key)) {
    return undefined;
  }
  const carried = carriedJob(input, asked);
  if (carried !== undefined) {
    return { key, job: carried, history: 'carried' };
  }
  if (training.kind === 'ready') {
    const answered = pairedSeries(input, inputs, training.answer);
    return answered === undefined
      ? { key, job: visibleJob(input, asked, visible), history: 'unpaired' }
      : { key, job: askedJob(input, answered, asked, visible), history: 'asked' };
  }
  const isUnanswerable = training.kind === 'visibleOnly' || training.kind === 'failed';
  return isUnanswerable ? { key, job: visibleJob(input, asked, visible), history: 'visible' } : undefined;
}

// The model that a frame brings along knows nothing of them.
function withUncounted(planned: PlannedJob, uncounted: JobContext['uncounted']): PlannedJob {
  const spans = uncounted?.get(planned.key) ?? [];
  return spans.length === 0 ? planned : { ...planned, job: { ...planned.job, uncounted: spans, fitted: undefined } };
}

function withStoredModel(planned: PlannedJob, stored: JobContext['stored']): PlannedJob {
  const fitted = stored?.get(planned.key);
  return fitted === undefined ? planned : { ...planned, job: { ...planned.job, fitted } };
}

/** One job per series that can be scored now; those whose training is still being asked for have to wait. */
export function detectionJobs(inputs: readonly SeriesInput[], context: JobContext): PlannedJob[] {
  return inputs
    .map((input) => plannedJob(input, inputs, context))
    .filter((job) => job !== undefined)
    .map((job) => withUncounted(job, context.uncounted))
    .map((job) => withStoredModel(job, context.stored));
}
