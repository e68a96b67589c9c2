import type { Series, TimeSpan } from 'foreband-detector';

import {
  type DetectionJob,
  type DetectionOutcome,
  type DetectorSettings,
  lastCompleteStep,
  lastOf,
  medianStep,
  type ReadyModel,
  rowsBetween,
  trainingSpan,
} from 'foreband-engine';

import { pairingKey, type SeriesInput } from './seriesInput';
import type { Training, TrainingAnswer } from './trainingAnswer';

/** The visible range and the moment of the query, epoch ms. */
export interface VisibleRange {
  readonly from: number;
  readonly to: number;
  /** When the panel's query was sent. */
  readonly now: number;
}

/** How a series came by its training. */
export type Learning = 'carried' | 'asked' | 'visible' | 'unpaired';

/** A job with the key of the series it judges. */
export interface KeyedJob {
  readonly key: string;
  readonly job: DetectionJob;
}

/** Outcomes by series key. */
export type Outcomes = ReadonlyMap<string, DetectionOutcome>;

/** A job with how it learns. */
export interface PlannedJob extends KeyedJob {
  readonly learning: Learning;
}

function stepOr(series: Series, fallback: number): number {
  const step = medianStep(series.time);
  return step > 0 ? step : fallback;
}

function lastReading({ time, y }: Series): number {
  let row = time.length - 1;
  while (row > 0 && !Number.isFinite(y[row])) {
    row--;
  }
  return time[row] ?? 0;
}

function forecastEnd(visible: Series, atLeast: number, settings: DetectorSettings): number {
  return Math.max(atLeast, lastReading(visible) + settings.horizonMs);
}

function carriedJob(input: SeriesInput, settings: DetectorSettings): DetectionJob | undefined {
  if (input.carried === undefined) {
    return undefined;
  }
  const { training, settings: ofQuery } = input.carried;
  const visible = input.queried.series;
  const isShorter = settings.trainingWindowMs < ofQuery.trainingWindowMs;
  return {
    training: isShorter ? lastOf(training, settings.trainingWindowMs) : training,
    visible,
    forecastStart: visible.time[0],
    forecastEnd: forecastEnd(visible, visible.time.at(-1) ?? 0, settings),
    // The rows are there on the query's step; another one would need another request.
    settings: { ...settings, stepMs: ofQuery.stepMs },
  };
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

function askedJob(input: SeriesInput, asked: Series, settings: DetectorSettings, visible: VisibleRange): DetectionJob {
  const stepMs = stepOr(asked, settings.stepMs);
  const window: TimeSpan = trainingSpan(visible, settings);
  const end = Math.min(visible.to, lastCompleteStep(visible.now, stepMs));
  const shown = { ...rowsBetween(asked, visible.from, end), name: input.queried.series.name };
  return {
    training: rowsBetween(asked, window.start, window.end),
    visible: shown,
    forecastStart: visible.from,
    forecastEnd: forecastEnd(shown, visible.to, settings),
    settings: { ...settings, stepMs },
  };
}

function visibleJob(input: SeriesInput, settings: DetectorSettings, visible: VisibleRange): DetectionJob {
  const { series } = input.queried;
  return {
    training: series,
    visible: series,
    forecastStart: series.time[0],
    forecastEnd: forecastEnd(series, visible.to, settings),
    settings: { ...settings, stepMs: stepOr(series, settings.stepMs) },
  };
}

/** What planning needs to know besides the series. */
export interface JobContext {
  /** Series that need no job, by key. */
  readonly known: ReadonlyMap<string, unknown>;
  readonly settingsOf: ReadonlyMap<string, DetectorSettings>;
  readonly training: Training;
  readonly visible: VisibleRange;
  /** Models that were learnt before, by series key: theirs need no fit. Default none. */
  readonly ready?: ReadonlyMap<string, ReadyModel>;
}

/** Whether a series is drawn as its frame says, whatever the settings. */
export function isSettled({ source }: SeriesInput): boolean {
  return source === 'drawn' || source === 'unjudged';
}

function plannedJob(input: SeriesInput, inputs: readonly SeriesInput[], context: JobContext): PlannedJob | undefined {
  const { key } = input;
  const { training, visible } = context;
  const settings = context.settingsOf.get(key);
  if (settings === undefined || isSettled(input) || context.known.has(key)) {
    return undefined;
  }
  const carried = carriedJob(input, settings);
  if (carried !== undefined) {
    return { key, job: carried, learning: 'carried' };
  }
  if (training.kind === 'ready') {
    const asked = pairedSeries(input, inputs, training.answer);
    return asked === undefined
      ? { key, job: visibleJob(input, settings, visible), learning: 'unpaired' }
      : { key, job: askedJob(input, asked, settings, visible), learning: 'asked' };
  }
  const isUnanswerable = training.kind === 'visibleOnly' || training.kind === 'failed';
  return isUnanswerable ? { key, job: visibleJob(input, settings, visible), learning: 'visible' } : undefined;
}

function withReadyModel(planned: PlannedJob, ready: JobContext['ready']): PlannedJob {
  const model = ready?.get(planned.key);
  return model === undefined ? planned : { ...planned, job: { ...planned.job, ready: model } };
}

/** One job per series that can be judged now; those whose training is still being asked for have to wait. */
export function detectionJobs(inputs: readonly SeriesInput[], context: JobContext): PlannedJob[] {
  return inputs
    .map((input) => plannedJob(input, inputs, context))
    .filter((job) => job !== undefined)
    .map((job) => withReadyModel(job, context.ready));
}
