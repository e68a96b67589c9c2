import type { Prophet } from 'prophet-wasm';

import { prophetOptions } from '../settings/prophetOptions.js';

import { calibrationFactor } from './calibrateInterval.js';
import { fingerprint } from './fingerprint.js';
import type { FittedModel, FittedSettings } from './fittedModel.js';
import { fitWithoutOutliers } from './fitWithoutOutliers.js';
import { growthBounds } from './growthBounds.js';
import type { History } from './history.js';
import { modelFingerprint } from './modelFingerprint.js';

/** Samples to fit: finite values, times ascending. */
export type FitRows = Pick<History, 'time' | 'y'>;

/**
 * Fits a model whose interval is still its own.
 * @param now epoch ms.
 * @throws RangeError for settings or samples the model cannot use.
 */
export function fitUncalibrated(
  prophet: Prophet,
  history: FitRows,
  settings: FittedSettings,
  now: number,
): FittedModel {
  const { time, y } = history;
  const { robustDeviations } = settings;
  const rows = { time, y, ...growthBounds(settings) };
  const options = prophetOptions(settings, time);
  const { model, nExcluded } =
    robustDeviations === null
      ? { model: prophet.fit(rows, options), nExcluded: 0 }
      : fitWithoutOutliers(prophet, rows, options, robustDeviations);
  return {
    key: modelFingerprint({ model, intervalFactor: 1 }),
    origin: 'fitted',
    created: now,
    model,
    nExcluded,
    intervalFactor: 1,
    training: { start: time[0], end: time[time.length - 1], nSamples: time.length, fingerprint: fingerprint(time, y) },
    settings: { ...settings, calibrationShare: null },
    evaluation: null,
  };
}

/** The model with its interval widened until it holds the share of its history that is asked for. */
export function calibrate(
  prophet: Prophet,
  fitted: FittedModel,
  history: FitRows,
  calibrationShare: FittedSettings['calibrationShare'],
): FittedModel {
  if (calibrationShare === null) {
    return fitted;
  }
  const { model } = fitted;
  const intervalFactor = calibrationFactor(prophet, model, history, calibrationShare);
  const settings = { ...fitted.settings, calibrationShare };
  return { ...fitted, key: modelFingerprint({ model, intervalFactor }), intervalFactor, settings };
}

/**
 * Fits a model to a history.
 * @param now epoch ms.
 * @throws RangeError for settings or samples the model cannot use.
 */
export function fit(prophet: Prophet, history: FitRows, settings: FittedSettings, now: number): FittedModel {
  return calibrate(prophet, fitUncalibrated(prophet, history, settings, now), history, settings.calibrationShare);
}
