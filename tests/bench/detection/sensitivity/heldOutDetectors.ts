import {
  ADAPTIVE_LEAD_MS,
  adaptiveScoring,
  classicScoring,
  detect,
  type Detection,
  parseDetectionOptions,
  replayAdaptive,
} from 'foreband-detector';
import { createEngine, parseSettings, presets } from 'foreband-engine';
import { edgesAt, fitAdaptive, type Prophet } from 'prophet-wasm';

import type { RegularSeries } from '../walk/walk';

/** A detector that is fitted once, to the first rows of a series, and flags the others. */
export interface HeldOutDetector {
  readonly name: string;
  readonly fit: (training: RegularSeries) => FittedDetector;
}

/** A fitted detector. */
export interface FittedDetector {
  /** Its own idea of the noise: the standard deviation `sigmaObs`, in the unit of the series. */
  readonly sigma: number;
  /** Flags rows that follow those it was fitted to. */
  readonly flag: (rows: RegularSeries) => Detection;
}

const options = parseDetectionOptions();

/** The presets. */
export function heldOutDetectors(prophet: Prophet): readonly HeldOutDetector[] {
  return [
    { name: 'adaptive', fit: (training) => fitAdaptively(prophet, training) },
    { name: 'classic', fit: (training) => fitClassically(prophet, training) },
  ];
}

function fitAdaptively(prophet: Prophet, training: RegularSeries): FittedDetector {
  const { time, y } = training;
  const stepMs = time[1] - time[0];
  const { model, outOfSample } = fitAdaptive(prophet, { start: time[0], stepMs, y });
  const { bounds, scaling, params } = model;
  const sigma = params.sigmaObs * scaling.yScale;
  const { state } = replayAdaptive(
    { time, y, yhat: outOfSample(), edges: edgesAt(model, time) },
    { stepMs, size: scaling.yScale, ownDeviation: sigma, bounds },
  );
  const forecast = (at: Float64Array) => ({ ...prophet.predict(model, at), edges: edgesAt(model, at) });
  const from = time.length - Math.round(ADAPTIVE_LEAD_MS / stepMs);
  const lead = { time: time.subarray(from), y: y.subarray(from), forecast: forecast(time.subarray(from)) };
  const context = {
    isDegenerate: false,
    scale: scaling.yScale,
    scoring: adaptiveScoring(state, { lead, bounds, size: scaling.yScale }),
  };
  return { sigma, flag: (rows) => detect(rows.time, rows.y, forecast(rows.time), options, context) };
}

function fitClassically(prophet: Prophet, { time, y }: RegularSeries): FittedDetector {
  const engine = createEngine(prophet);
  const settings = { ...parseSettings(presets.classic), stepMs: time[1] - time[0] };
  const fitted = engine.fit({ time, y, unit: 'other' }, settings);
  const { scaling, params } = fitted.model;
  const context = { isDegenerate: false, scale: scaling.yScale, scoring: classicScoring(scaling.yScale) };
  return {
    sigma: params.sigmaObs * scaling.yScale,
    flag: (rows) =>
      detect(rows.time, rows.y, engine.forecast(fitted, rows.time, settings.intervalWidth), options, context),
  };
}
