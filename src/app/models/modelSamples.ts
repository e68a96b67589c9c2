import type { Series } from 'foreband-detector';

import {
  alignSpan,
  type DetectedSeries,
  type Engine,
  lastCompleteStep,
  readyModel,
  type SavedModel,
  saveModel,
  trainingSpan,
  withCalendar,
} from 'foreband-engine';

import { askSamples } from './askSamples';

const DAY_MS = 86_400_000;

// A model is used for a while: it knows the holidays of the next quarter.
const AHEAD_MS = 92 * DAY_MS;

function judged(outcome: ReturnType<Engine['detect']>): DetectedSeries {
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

/** What a model finds in readings. */
export function judgeReadings(engine: Engine, model: SavedModel, readings: Series): DetectedSeries {
  const { settings, stepMs } = model;
  return judged(
    engine.detect({
      training: { ...readings, time: new Float64Array(), y: new Float64Array() },
      visible: readings,
      forecastEnd: readings.time.at(-1) ?? 0,
      settings: { ...settings, stepMs },
      ready: readyModel(model, 'pinned'),
    }),
  );
}

/**
 * The samples of the last 30 days.
 * @throws Error that says why there are none.
 */
export function recentSamples(model: SavedModel, now: number, signal: AbortSignal): Promise<Series> {
  const end = lastCompleteStep(now, model.stepMs);
  return askSamples(model, { span: alignSpan({ start: now - 30 * DAY_MS, end }, model.stepMs), now, signal });
}

/**
 * The same model, learnt anew from the history up to the last midnight: id, name and note stay.
 * @throws Error that says why it cannot be learnt.
 */
export async function retrain(
  engine: Engine,
  model: SavedModel,
  now: number,
  signal: AbortSignal,
): Promise<SavedModel> {
  const asked = { ...model.settings, stepMs: model.stepMs };
  const span = trainingSpan({ from: now, to: now, now }, asked);
  const settings = await withCalendar(asked, { start: span.start, end: now + AHEAD_MS });
  const training = await askSamples(model, { span, now, signal });
  const visible = { ...training, time: training.time.slice(-1), y: training.y.slice(-1) };
  const detected = judged(engine.detect({ training, visible, forecastEnd: span.end, settings }));
  const learnt = saveModel(engine, detected, { unit: model.unit, source: model.source, now, name: model.name });
  return { ...learnt, id: model.id, note: model.note, series: model.series };
}
