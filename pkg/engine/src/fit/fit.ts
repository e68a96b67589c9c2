import { adaptiveStepProblem } from 'foreband-detector';
import type { Prophet } from 'prophet-wasm';

import type { FitSettings } from '../settings/settings.js';

import { prophetOptions } from './prophetOptions.js';

import { calibrationFactor } from './calibrateInterval.js';
import { fingerprint } from './fingerprint.js';
import type { FittedModel } from './fittedModel.js';
import { fitAdaptively } from './fitAdaptively.js';
import type { FitRows } from './fitRows.js';
import { fitWithoutOutliers } from './fitWithoutOutliers.js';
import { growthBounds } from './growthBounds.js';
import { modelFingerprint } from './modelFingerprint.js';
import { isOnGrid } from './onGrid.js';

/** Remark on samples that are not on a grid. */
export const IRREGULAR =
  'The samples lie at irregular times, which the adaptive score cannot follow: the classic score is used. Aggregate them to a fixed interval in the query.';

/** Why samples with these times (ascending) cannot be fitted adaptively, for the reader; undefined where they can. */
export function adaptiveProblem(time: Float64Array, stepMs: number): string | undefined {
  return adaptiveStepProblem(stepMs) ?? (isOnGrid(time, stepMs) ? undefined : IRREGULAR);
}

/**
 * Fits a model whose interval is still its own. What cannot be fitted adaptively is fitted classically.
 * @param now epoch ms.
 * @throws RangeError for settings or samples the model cannot use.
 */
export function fitUncalibrated(prophet: Prophet, history: FitRows, settings: FitSettings, now: number): FittedModel {
  const { time, y } = history;
  const { robustDeviations, method, stepMs } = settings;
  if (method === 'adaptive' && adaptiveProblem(time, stepMs) === undefined) {
    return fitAdaptively(prophet, history, settings, now);
  }
  const rows = { time, y, ...growthBounds(settings, history.unit) };
  const options = prophetOptions(settings, time, history.calendar);
  const { model, nExcluded } =
    robustDeviations === null
      ? { model: prophet.fit(rows, options), nExcluded: 0 }
      : fitWithoutOutliers(prophet, rows, options, robustDeviations);
  return {
    key: modelFingerprint({ model, intervalFactor: 1, adaptive: null }),
    origin: 'fitted',
    created: now,
    model,
    nExcluded,
    intervalFactor: 1,
    adaptive: null,
    training: { start: time[0], end: time[time.length - 1], nSamples: time.length, fingerprint: fingerprint(time, y) },
    settings: { ...settings, calibrationShare: null },
    evaluation: null,
  };
}

/** The model with its interval widened until it holds the share of its history that is asked for; an adaptive one needs none. */
export function calibrate(
  prophet: Prophet,
  fitted: FittedModel,
  history: FitRows,
  calibrationShare: FitSettings['calibrationShare'],
): FittedModel {
  if (calibrationShare === null || fitted.adaptive !== null) {
    return { ...fitted, settings: { ...fitted.settings, calibrationShare } };
  }
  const { model } = fitted;
  const intervalFactor = calibrationFactor(prophet, model, history, calibrationShare);
  const settings = { ...fitted.settings, calibrationShare };
  return { ...fitted, key: modelFingerprint({ model, intervalFactor, adaptive: null }), intervalFactor, settings };
}

/**
 * Fits a model to a history.
 * @param now epoch ms.
 * @throws RangeError for settings or samples the model cannot use.
 */
export function fit(prophet: Prophet, history: FitRows, settings: FitSettings, now: number): FittedModel {
  return calibrate(prophet, fitUncalibrated(prophet, history, settings, now), history, settings.calibrationShare);
}
