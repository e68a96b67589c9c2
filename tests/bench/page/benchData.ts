import { applyFieldOverrides, createTheme, FieldType, type DataFrame, type Field } from '@grafana/data';
import { createFleet, simulate } from 'foreband-detector';
import { loadProphet } from 'prophet-wasm';

import { createEngine, defaultSettings, type DetectedSeries, type Engine } from 'foreband-engine';
import { detectionFrame } from '../../../src/grafana/detectionFrame';

/** How much is drawn. */
export interface BenchSize {
  readonly nSeries: number;
  readonly nPoints: number;
  /** Other series for every round, so that the panel finds no model of theirs in its caches. */
  readonly seed: number;
}

export const theme = createTheme({ colors: { mode: 'dark' } });

const STEP_MS = defaultSettings.stepMs;
const END = Date.UTC(2026, 0, 31);

/** The data both contestants draw: whole detections, made before any clock runs. */
export async function detectedSeries({ nSeries, nPoints, seed }: BenchSize): Promise<readonly DetectedSeries[]> {
  const engine = createEngine(await loadProphet());
  return createFleet(seed, nSeries).map((scenario) => {
    const visible = simulate(scenario, { start: END - (nPoints - 1) * STEP_MS, end: END, stepMs: STEP_MS }).series;
    const trainingStart = END - defaultSettings.trainingWindowMs;
    const training = simulate(scenario, { start: trainingStart, end: END - STEP_MS, stepMs: STEP_MS }).series;
    const job = { training, visible, forecastEnd: END, settings: defaultSettings };
    return detectedOrThrow(engine, job);
  });
}

function detectedOrThrow(engine: Engine, job: Parameters<Engine['detect']>[0]): DetectedSeries {
  const outcome = engine.detect(job);
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

/** The frames of Foreband's data source. */
export const forebandFrames = (detected: readonly DetectedSeries[]): DataFrame[] =>
  withDisplay(
    detected.map((one, index) =>
      detectionFrame(one, { refId: 'A', name: `${one.series.name} ${index}`, isSimulated: false, unit: 'percentunit' }),
    ),
  );

/** The four lines alone: sample, forecast and both edges of the band at this threshold. */
export const plainFrames = (detected: readonly DetectedSeries[], thresholdMultiplier: number): DataFrame[] =>
  withDisplay(detected.map((one, index) => fourLines(one, index, thresholdMultiplier)));

function fourLines({ series, forecast }: DetectedSeries, index: number, multiplier: number): DataFrame {
  const { yhat, yhatLower, yhatUpper } = forecast;
  const edge = (bound: Float64Array) => Array.from(bound, (value, row) => yhat[row] + (value - yhat[row]) * multiplier);
  const line = (name: string, values: ArrayLike<number>): Field => ({
    name: `${series.name} ${index} ${name}`,
    type: FieldType.number,
    config: { unit: 'percentunit' },
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
  });
  const time: Field = {
    name: 'time',
    type: FieldType.time,
    config: { interval: STEP_MS },
    values: Array.from(series.time),
  };
  const fields = [
    time,
    line('value', series.y),
    line('yhat', yhat),
    line('band_lower', edge(yhatLower)),
    line('band_upper', edge(yhatUpper)),
  ];
  return { refId: 'A', name: series.name, fields, length: series.time.length };
}

/** The frames as a panel gets them, with the functions that write their values. */
export function withDisplay(data: DataFrame[]): DataFrame[] {
  return applyFieldOverrides({
    data,
    fieldConfig: { defaults: {}, overrides: [] },
    replaceVariables: (text) => text,
    theme,
    timeZone: 'utc',
  });
}
