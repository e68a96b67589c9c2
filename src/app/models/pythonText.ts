import type { Series, TrainingRows } from 'foreband-detector';
import { loadProphet, writePythonModel } from 'prophet-wasm';

import { type Engine, fitRows, loadEngine, type SavedModel } from 'foreband-engine';

import { askSamples } from './askSamples';

// Which samples were excluded as outliers is not stored: they were those far from the model, before it knew what recurs.
function withoutFarthest(engine: Engine, saved: SavedModel, { time, y }: TrainingRows): TrainingRows {
  const fit = { ...saved, key: `${saved.key} fit`, model: { ...saved.model, recurring: null } };
  const { yhat } = engine.forecast(fit, time, saved.settings.intervalWidth);
  const distances = y.map((value, row) => Math.abs(value - yhat[row]));
  const order = Array.from(distances.keys()).sort((left, right) => distances[right] - distances[left]);
  const excluded = new Set(order.slice(0, saved.nExcluded));
  const isFitted = (_: number, row: number) => !excluded.has(row);
  return { time: time.filter(isFitted), y: y.filter(isFitted) };
}

/** The samples that a model was fitted to, of those that its data source has now. */
export function fittedRows(engine: Engine, saved: SavedModel, samples: Series): TrainingRows {
  const rows = fitRows(samples, saved.settings);
  return saved.nExcluded === 0 ? rows : withoutFarthest(engine, saved, rows);
}

/** A model whose forecasts may leave its bounds, which Python has not: the parameters are the same. */
function withoutBounds({ model }: SavedModel): SavedModel['model'] {
  const none = { lower: null, upper: null };
  return { ...model, bounds: none, options: { ...model.options, bounds: { ...none, when: 'always' } } };
}

/**
 * A model as Python Prophet's `model_from_json` reads it. It holds the samples, so they are asked for again; its
 * forecasts may leave the bounds, which Python has not.
 * @throws Error where they cannot be had any more, and where the model has what Python's cannot have.
 */
export async function pythonText(saved: SavedModel, now: number): Promise<string> {
  const { start, end } = saved.training;
  const [engine, prophet] = await Promise.all([loadEngine(), loadProphet()]);
  const { signal } = new AbortController();
  const samples = await askSamples(saved, { span: { start, end }, now, signal });
  try {
    return writePythonModel(prophet, withoutBounds(saved), fittedRows(engine, saved, samples));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason.startsWith('cannot write')) {
      throw error;
    }
    throw new Error(
      `its data source no longer has the samples it was fitted to (${reason}). Retrain it, and export that.`,
    );
  }
}
