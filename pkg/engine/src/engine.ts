import { loadProphet, type Forecast, type Prophet } from 'prophet-wasm';

import { detect } from './detect/detect.js';
import type { DetectedSeries, DetectionJob, DetectionOutcome } from './detect/detectedSeries.js';
import { fingerprint } from './fit/fingerprint.js';
import { calibrate, fitUncalibrated } from './fit/fit.js';
import type { FittedModel } from './fit/fittedModel.js';
import { RecentlyUsed } from './fit/recentlyUsed.js';
import { roll, type RollingModel } from './roll/roll.js';
import { forecast, forecastTrend } from './forecast/forecast.js';
import { settingsOfFit } from './settings/stages.js';
import type { TrendVerb, Verbs } from './verbs.js';

/** The verbs over a loaded Prophet; fits and forecasts are remembered by their content. */
export interface Engine extends Verbs, TrendVerb {
  /** Runtime of the model: WebAssembly, or its JavaScript translation where the page's policy refuses WebAssembly. */
  readonly backend: Prophet['backend'];
  /** Fits where there is no model, forecasts and scores one series; the outcome says what is wrong. */
  detect(job: DetectionJob): DetectionOutcome;
  /** The model of a detection as one that is fitted on from where its training, which must be regular, ended. */
  roll(detected: DetectedSeries): RollingModel;
}

const MODELS_REMEMBERED = 2000;
const FORECASTS_REMEMBERED = 200;

function remembering(prophet: Prophet, now: () => number): Verbs {
  const uncalibrated = new RecentlyUsed<string, FittedModel>(MODELS_REMEMBERED);
  const calibrated = new RecentlyUsed<string, FittedModel>(MODELS_REMEMBERED);
  const forecasts = new RecentlyUsed<string, Forecast>(FORECASTS_REMEMBERED);
  return {
    fit(history, given) {
      const { calibrationShare, ...settings } = settingsOfFit(given);
      const { time, y, unit, calendar = [], uncounted = [] } = history;
      const key = `${fingerprint(time, y)} ${unit} ${JSON.stringify([settings, calendar, uncounted])}`;
      return calibrated.getOrCreate(`${key} ${calibrationShare}`, () => {
        const plain = { ...settings, calibrationShare: null };
        const fitted = uncalibrated.getOrCreate(key, () => fitUncalibrated(prophet, history, plain, now()));
        return calibrate(prophet, fitted, history, calibrationShare);
      });
    },
    forecast: (fitted, time, intervalWidth) =>
      forecasts.getOrCreate(`${fitted.key} ${fingerprint(time)} ${intervalWidth}`, () =>
        forecast(prophet, fitted, time, intervalWidth),
      ),
  };
}

/**
 * An engine on a loaded model; `loadEngine` is what the plugin calls.
 * @param now clock in epoch ms. Default `Date.now`.
 */
export function createEngine(prophet: Prophet, now: () => number = Date.now): Engine {
  const verbs = remembering(prophet, now);
  return {
    ...verbs,
    backend: prophet.backend,
    detect: (job) => detect(verbs, job),
    roll: (detected) => roll(prophet, detected),
    trend: (fitted, time, intervalWidth) => forecastTrend(prophet, fitted, time, intervalWidth),
  };
}

let loading: Promise<Engine> | undefined;

async function startEngine(): Promise<Engine> {
  try {
    return createEngine(await loadProphet());
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/** The page's engine, started on first use. A failed start is tried again by the next caller. */
export function loadEngine(): Promise<Engine> {
  loading ??= startEngine();
  return loading;
}
