import { guessStepMs } from 'foreband-detector';
import { readPythonModel } from 'prophet-wasm';

import type { Engine } from '../../engine/engine';
import { fingerprint } from '../../engine/fingerprint';
import { modelFingerprint } from '../../engine/modelFingerprint';
import { parseSettings, type PartialSettings } from '../../engine/parseSettings';
import type { DetectorSettings } from '../../engine/settings';
import { qualityOf } from '../format/qualityOf';
import { MODEL_FORMAT, MODEL_FORMAT_VERSION, type SavedModel } from '../format/savedModel';

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

// Learnt anew, the series is to have a model as near to the imported one as the settings allow.
function settingsLike({ model }: ReturnType<typeof readPythonModel>, stepMs: number): DetectorSettings {
  const { options, history, seasonalities } = model;
  const given: PartialSettings = {
    stepMs,
    trainingWindowMs: within(history.end - history.start + stepMs, HOUR_MS, 731 * DAY_MS),
    intervalWidth: options.intervalWidth,
    changepointPriorScale: options.changepointPriorScale,
    nChangepoints: within(options.nChangepoints, 0, 1000),
    changepointRange: options.changepointRange,
    growth: options.growth === 'flat' ? 'flat' : 'linear',
    robustDeviations: null,
    calibrationShare: null,
  };
  const patterns = (['daily', 'weekly', 'yearly'] as const).flatMap((name) => {
    const own = seasonalities.find((one) => one.name === name);
    return own === undefined
      ? [[`${name}Seasonality`, 'off']]
      : [
          [`${name}Seasonality`, 'on'],
          [`${name}Order`, within(own.fourierOrder, 1, 50)],
        ];
  });
  return parseSettings({ ...given, ...Object.fromEntries(patterns) });
}

/**
 * Reads a model that `model_to_json` of Python Prophet wrote.
 * @param name what it is called, such as the name of its file.
 * @param now epoch ms.
 * @throws RangeError that names the field that cannot be read.
 */
export function importPython(engine: Pick<Engine, 'forecast'>, json: string, name: string, now: number): SavedModel {
  const python = readPythonModel(json);
  const { model, history, prophetVersion } = python;
  const time = Float64Array.from(history.time);
  const y = Float64Array.from(history.y);
  const stepMs = within(guessStepMs(time), SECOND_MS, DAY_MS);
  const learnt = { model, nLeftOut: 0, intervalFactor: 1 };
  const settings = settingsLike(python, stepMs);
  return {
    format: MODEL_FORMAT,
    version: MODEL_FORMAT_VERSION,
    id: `${modelFingerprint(learnt)}-${now.toString(36)}`,
    name,
    note: `Imported from Python Prophet${prophetVersion === '' ? '' : ` ${prophetVersion}`}.`,
    created: now,
    series: { name, labels: {} },
    unit: null,
    stepMs,
    training: { ...model.history, nReadings: time.length, fingerprint: fingerprint(time, y) },
    settings,
    quality: qualityOf(engine, learnt, { time, y }, settings.intervalWidth),
    source: null,
    ...learnt,
  };
}
