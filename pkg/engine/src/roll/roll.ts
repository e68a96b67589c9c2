import type { Forecast, Prophet, RollingFit } from 'prophet-wasm';

import type { DetectedSeries } from '../detect/detectedSeries.js';
import { excludedSpans } from '../exclusions/excludedSpans.js';
import { isExcluded } from '../exclusions/isExcluded.js';
import { forecast } from '../forecast/forecast.js';
import { prophetOptions } from '../fit/prophetOptions.js';

import type { FittedModel } from '../fit/fittedModel.js';
import { growthBounds } from '../fit/growthBounds.js';
import { chooseHistory } from '../fit/history.js';

/** Samples of successive steps, with what was forecast for them. */
export interface NextSamples {
  /** NaN where there is none. */
  readonly y: Float64Array;
  readonly yhat: Float64Array;
}

/** A model that is fitted on, step by step, from where its training ended. */
export interface RollingModel {
  /** The first step (epoch ms) it is not fitted to yet. */
  readonly next: number;
  /** The forecast by all that it is fitted to so far. */
  forecast(time: Float64Array): Forecast;
  /** Takes in the samples of the next steps; the oldest steps leave the window. */
  append(samples: NextSamples): void;
}

/** Detection that a rolling model goes on from. */
export type Rollable = Pick<DetectedSeries, 'training' | 'series' | 'settings' | 'calendar' | 'fitted'>;

/**
 * The distance from the forecast beyond which a sample is excluded from the fit: that of the farthest which was not. So
 * what a robust fit would exclude stays out, and an anomaly that lasts does not become normal under the eyes of who
 * watches it.
 */
function distanceLimit({ nExcluded, settings }: FittedModel, { y, yhat }: NextSamples): number {
  if (settings.robustDeviations === null) {
    return Infinity;
  }
  const distances = y.map((value, row) => Math.abs(value - yhat[row])).filter(Number.isFinite);
  return distances.sort().at(-1 - nExcluded) ?? Infinity;
}

const within = (limit: number, { y, yhat }: NextSamples) =>
  y.map((value, row) => (Math.abs(value - yhat[row]) <= limit ? value : NaN));

function startRolling(
  prophet: Pick<Prophet, 'roll'>,
  { training, series, calendar, fitted }: Rollable,
  y: Float64Array,
): RollingFit | undefined {
  const { settings } = fitted;
  const { time, unit } = chooseHistory(training, series, settings);
  try {
    const grid = { start: training.time[0], stepMs: settings.stepMs, y, ...growthBounds(settings, unit) };
    return prophet.roll(grid, prophetOptions(settings, time, calendar));
  } catch {
    return undefined;
  }
}

/** The model of a day, which stays as it was fitted until the next. */
function staying(prophet: Pick<Prophet, 'predict'>, { training, settings, fitted }: Rollable): RollingModel {
  let next = (training.time.at(-1) ?? -settings.stepMs) + settings.stepMs;
  return {
    get next() {
      return next;
    },
    forecast: (time) => forecast(prophet, fitted, time, settings.intervalWidth),
    append({ y }) {
      next += y.length * settings.stepMs;
    },
  };
}

/**
 * A rolling model over a detection's training window, which must be regular. Where its model cannot roll, as one without
 * any sample in its window, it stays as it was fitted; so does an adaptive one, whose score follows the level by itself.
 */
export function roll(prophet: Pick<Prophet, 'roll' | 'predict'>, rollable: Rollable): RollingModel {
  const { training, settings, fitted } = rollable;
  if (fitted.adaptive !== null) {
    return staying(prophet, rollable);
  }
  const { stepMs } = fitted.settings;
  const { intervalWidth } = settings;
  const withoutExcluded = ({ y }: Pick<NextSamples, 'y'>, start: number) => {
    const excluded = excludedSpans(fitted.settings, { start, end: start + y.length * stepMs });
    return y.map((value, row) => (isExcluded(start + row * stepMs, excluded) ? NaN : value));
  };
  const { yhat } = forecast(prophet, fitted, training.time, intervalWidth);
  const history = { y: withoutExcluded(training, training.time[0]), yhat };
  const limit = distanceLimit(fitted, history);
  let rolling = startRolling(prophet, rollable, within(limit, history));
  let next = (training.time.at(-1) ?? -stepMs) + stepMs;
  let { model } = fitted;
  let isBehind = false;

  function catchUp(): void {
    try {
      model = rolling?.model() ?? model;
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
      return forecast(prophet, { model, intervalFactor: fitted.intervalFactor }, time, intervalWidth);
    },
    append(samples) {
      const values = withoutExcluded({ y: within(limit, samples) }, next);
      rolling?.append(values);
      next += values.length * stepMs;
      isBehind ||= values.length > 0;
    },
  };
}
