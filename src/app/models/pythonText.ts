import type { Series } from 'foreband-detector';
import { loadProphet, writePythonModel } from 'prophet-wasm';

import { chooseHistory, type Engine, loadEngine, type SavedModel } from 'foreband-engine';

import { askSamples } from './askSamples';

interface Rows {
  readonly time: Float64Array;
  readonly y: Float64Array;
}

// Which samples were left out as outliers is not kept: they were those far from the model.
function withoutFarthest(engine: Engine, saved: SavedModel, { time, y }: Rows): Rows {
  const { yhat } = engine.forecast(saved, time, saved.settings.intervalWidth);
  const distances = y.map((value, row) => Math.abs(value - yhat[row]));
  const order = Array.from(distances.keys()).sort((left, right) => distances[right] - distances[left]);
  const isLeftOut = new Set(order.slice(0, saved.nLeftOut));
  const isKept = (_: number, row: number) => !isLeftOut.has(row);
  return { time: time.filter(isKept), y: y.filter(isKept) };
}

/** The samples that a model was learnt from, of those that its data source has now. */
export function learntRows(engine: Engine, saved: SavedModel, samples: Series): Rows {
  const none = { ...samples, time: new Float64Array(), y: new Float64Array() };
  const rows = chooseHistory(samples, none, saved.settings.exclusions);
  return saved.nLeftOut === 0 ? rows : withoutFarthest(engine, saved, rows);
}

/**
 * A model as Python Prophet's `model_from_json` reads it. It holds the samples, so they are asked for again.
 * @throws Error where they cannot be had any more, and where the model has what Python's cannot have.
 */
export async function pythonText(saved: SavedModel, now: number): Promise<string> {
  const { start, end } = saved.training;
  const [engine, prophet] = await Promise.all([loadEngine(), loadProphet()]);
  const { signal } = new AbortController();
  const samples = await askSamples(saved, { span: { start, end }, now, signal });
  try {
    return writePythonModel(prophet, saved.model, learntRows(engine, saved, samples));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason.startsWith('cannot write')) {
      throw error;
    }
    throw new Error(
      `its data source has not the samples any more that it was learnt from (${reason}). Retrain it, and export that.`,
    );
  }
}
