import { guessStepMs, type TrainingRows } from 'foreband-detector';
import { readPythonModel } from 'prophet-wasm';

import type { Verbs } from '../../verbs.js';
import { fingerprint } from '../../fit/fingerprint.js';
import { modelFingerprint } from '../../fit/modelFingerprint.js';
import type { Forecastable } from '../../fit/fittedModel.js';
import { parseSettings, type PartialSettings } from '../../settings/parseSettings.js';
import type { DetectorSettings } from '../../settings/settings.js';
import { qualityOf } from '../format/qualityOf.js';
import { MODEL_FORMAT, MODEL_FORMAT_VERSION, type SavedModel, type SavedQuality } from '../format/savedModel.js';

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

// Refitted, the series is to have a model as near to the imported one as the settings allow.
function settingsLike({ model }: ReturnType<typeof readPythonModel>, stepMs: number): DetectorSettings {
  const { options, history, seasonalities, scaling } = model;
  const given: PartialSettings = {
    stepMs,
    trainingWindowMs: within(history.end - history.start + stepMs, HOUR_MS, 731 * DAY_MS),
    intervalWidth: options.intervalWidth,
    changepointPriorScale: within(options.changepointPriorScale, 0.0001, 1000),
    nChangepoints: within(options.nChangepoints, 0, 1000),
    changepointRange: options.changepointRange,
    growth: options.growth,
    growthCap: scaling.cap,
    growthFloor: scaling.floor,
    seasonalityMode: options.seasonalityMode,
    seasonalityPriorScale: within(options.seasonalityPriorScale, 0.0001, 1000),
    timeZone: options.timeZone,
    robustDeviations: null,
    calibrationShare: null,
  };
  const orderOf = (name: string) => {
    const own = seasonalities.find((one) => one.name === name);
    return own === undefined ? undefined : within(own.fourierOrder, 1, 50);
  };
  const switchOf = (name: string) => (orderOf(name) === undefined ? 'off' : 'on');
  return parseSettings({
    ...given,
    dailySeasonality: switchOf('daily'),
    dailyOrder: orderOf('daily'),
    weeklySeasonality: switchOf('weekly'),
    weeklyOrder: orderOf('weekly'),
    yearlySeasonality: switchOf('yearly'),
    yearlyOrder: orderOf('yearly'),
  });
}

// Regressors, conditions and caps that move would have to be known of the future, too.
function measured(
  verbs: Pick<Verbs, 'forecast'>,
  fitted: Forecastable,
  rows: TrainingRows,
  width: number,
): SavedQuality | null {
  try {
    return qualityOf(verbs, fitted, rows, width);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RangeError(`Foreband cannot forecast with this model, for it needs more than the time: ${reason}.`);
  }
}

/**
 * Reads a model that `model_to_json` of Python Prophet wrote.
 * @param name what it is called, such as the name of its file.
 * @param now epoch ms.
 * @throws RangeError that names the field that cannot be read.
 */
export function importPython(verbs: Pick<Verbs, 'forecast'>, json: string, name: string, now: number): SavedModel {
  const python = readPythonModel(json);
  const { model, history, prophetVersion } = python;
  const time = Float64Array.from(history.time);
  const y = Float64Array.from(history.y);
  const stepMs = within(guessStepMs(time), SECOND_MS, DAY_MS);
  const intervalFactor = 1;
  const key = modelFingerprint({ model, intervalFactor, adaptive: null });
  const settings = settingsLike(python, stepMs);
  return {
    format: MODEL_FORMAT,
    version: MODEL_FORMAT_VERSION,
    id: `${key}-${now.toString(36)}`,
    name,
    note: `Imported from Python Prophet${prophetVersion === '' ? '' : ` ${prophetVersion}`}.`,
    series: { name, labels: {} },
    unit: null,
    quality: measured(verbs, { key, model, intervalFactor }, { time, y }, settings.intervalWidth),
    source: null,
    explored: null,
    key,
    origin: 'opened',
    created: now,
    model,
    nExcluded: 0,
    intervalFactor,
    adaptive: null,
    training: {
      start: model.history.start,
      end: model.history.end,
      nSamples: time.length,
      fingerprint: fingerprint(time, y),
    },
    settings,
    evaluation: null,
  };
}
