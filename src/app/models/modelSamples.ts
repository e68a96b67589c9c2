import type { Series } from 'foreband-detector';

import {
  alignSpan,
  type DetectedSeries,
  type Engine,
  lastCompleteStep,
  loadCalendarRows,
  type SavedModel,
  saveModel,
  trainingSpan,
} from 'foreband-engine';

import { askSamples } from './askSamples';

const DAY_MS = 86_400_000;

// A model is used for a while: it knows the holidays of the next quarter.
const AHEAD_MS = 92 * DAY_MS;

function detected(outcome: ReturnType<Engine['detect']>): DetectedSeries {
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

/** The anomalies that a model finds in samples, with all that belongs to them. */
export function scoreSamples(engine: Engine, fitted: SavedModel, samples: Series): DetectedSeries {
  return detected(
    engine.detect({
      training: { ...samples, time: new Float64Array(), y: new Float64Array() },
      visible: samples,
      forecastEnd: samples.time.at(-1) ?? 0,
      settings: fitted.settings,
      fitted,
    }),
  );
}

/**
 * The samples of the last 30 days.
 * @throws Error that says why there are none.
 */
export function recentSamples(model: SavedModel, now: number, signal: AbortSignal): Promise<Series> {
  const { stepMs } = model.settings;
  const end = lastCompleteStep(now, stepMs);
  return askSamples(model, { span: alignSpan({ start: now - 30 * DAY_MS, end }, stepMs), now, signal });
}

/**
 * The same model, fitted to the history up to the last midnight: id, name and note stay.
 * @throws Error that says why it cannot be fitted.
 */
export async function retrain(
  engine: Engine,
  model: SavedModel,
  now: number,
  signal: AbortSignal,
): Promise<SavedModel> {
  const { settings, id, name, note, unit, series, source, explored } = model;
  const span = trainingSpan({ from: now, to: now, now }, settings);
  const calendar = await loadCalendarRows(settings, { start: span.start, end: now + AHEAD_MS });
  const training = await askSamples(model, { span, now, signal });
  const visible = { ...training, time: training.time.slice(-1), y: training.y.slice(-1) };
  const refitted = detected(engine.detect({ training, visible, forecastEnd: span.end, settings, calendar }));
  return { ...saveModel(engine, refitted, { unit, source, explored, now, name }), id, note, series };
}
