import type { Forecast, Prophet, ProphetOptions, RollingFit } from 'prophet-wasm';

import type { DetectedSeries } from '../detect/detectedSeries.js';
import { isExcluded } from './history.js';
import type { GrowthBounds } from './growthBounds.js';
import type { LearntModel } from './learntModel.js';

/** Readings of successive steps, with what was forecast for them. */
export interface NextReadings {
  /** NaN where there is none. */
  readonly y: Float64Array;
  readonly yhat: Float64Array;
}

/** A model that goes on learning, step by step, from where its training ended. */
export interface RollingModel {
  /** The first step (epoch ms) it has not learnt yet. */
  readonly next: number;
  /** The forecast by all that has been learnt so far. */
  forecast(time: Float64Array): Forecast;
  /** Takes in the readings of the next steps; the oldest steps leave the window. */
  learn(readings: NextReadings): void;
}

/** What a rolling model stands on. */
export interface RollingBase {
  readonly prophet: Pick<Prophet, 'roll'>;
  readonly options: ProphetOptions;
  /** Where the model's growth has any. */
  readonly bounds?: GrowthBounds;
  readonly forecast: (learnt: Pick<LearntModel, 'model' | 'intervalFactor'>, time: Float64Array) => Forecast;
}

type Detected = Pick<DetectedSeries, 'training' | 'settings' | 'model' | 'nLeftOut' | 'intervalFactor'>;

/**
 * The distance from the forecast beyond which a reading is not learnt: that of the farthest which was. So what a robust
 * fit would leave out stays out, and an anomaly that lasts does not become normal under the eyes of who watches it.
 */
function learningLimit({ settings, nLeftOut }: Detected, { y, yhat }: NextReadings): number {
  if (settings.robustDeviations === null) {
    return Infinity;
  }
  const distances = y.map((value, row) => Math.abs(value - yhat[row])).filter(Number.isFinite);
  return distances.sort().at(-1 - nLeftOut) ?? Infinity;
}

const within = (limit: number, { y, yhat }: NextReadings) =>
  y.map((value, row) => (Math.abs(value - yhat[row]) <= limit ? value : NaN));

/**
 * A rolling model over a detection's training window, which must be regular. Where its model cannot roll, as one without
 * any reading in its window, it stays as it was learnt.
 */
export function createRollingModel(
  { prophet, options, bounds, forecast }: RollingBase,
  detected: Detected,
): RollingModel {
  const { training, settings, model, intervalFactor } = detected;
  const { stepMs, exclusions } = settings;
  const { yhat } = forecast({ model, intervalFactor }, training.time);
  const history = { y: training.y.map((value, row) => orExcluded(value, training.time[row])), yhat };
  const limit = learningLimit(detected, history);
  let next = (training.time.at(-1) ?? -stepMs) + stepMs;
  let current = model;
  let isBehind = false;
  let rolling = start();

  function orExcluded(value: number, time: number): number {
    return isExcluded(time, exclusions) ? NaN : value;
  }

  function start(): RollingFit | undefined {
    try {
      return prophet.roll({ start: training.time[0], stepMs, y: within(limit, history), ...bounds }, options);
    } catch {
      return undefined;
    }
  }

  function catchUp(): void {
    try {
      current = rolling?.model() ?? current;
    } catch {
      rolling = undefined;
    }
    isBehind = false;
  }

  return {
    get next() {
      return next;
    },
    forecast(time) {
      if (isBehind) {
        catchUp();
      }
      return forecast({ model: current, intervalFactor }, time);
    },
    learn(readings) {
      const values = within(limit, readings).map((value, row) => orExcluded(value, next + row * stepMs));
      rolling?.append(values);
      next += values.length * stepMs;
      isBehind ||= values.length > 0;
    },
  };
}
