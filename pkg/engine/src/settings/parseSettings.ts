import { checkSetting, invalidSetting } from './checkSetting.js';
import { migrateSettings } from './migrateSettings.js';
import {
  completeSettings,
  defaultSettings,
  isSettingName,
  type DetectorSettings,
  type SettingName,
} from './settings.js';
import { settingsTable } from './settingsTable.js';

/** Settings as stored in a query or in panel options: each may be missing. */
export type PartialSettings = Partial<DetectorSettings>;

// One bound may contradict another one that each of them allows.
const ascending: ReadonlyArray<readonly [lower: SettingName, upper: SettingName]> = [
  ['limitMin', 'limitMax'],
  ['normalMin', 'normalMax'],
  ['limitMin', 'normalMin'],
  ['normalMax', 'limitMax'],
  ['growthFloor', 'growthCap'],
  ['normalMin', 'limitMax'],
  ['limitMin', 'normalMax'],
];

function requireOrder(settings: DetectorSettings): void {
  for (const [lower, upper] of ascending) {
    const [low, high] = [settings[lower], settings[upper]];
    if (typeof low === 'number' && typeof high === 'number' && low > high) {
      throw invalidSetting(lower, low, `at most ${upper} = ${high}`);
    }
  }
}

/**
 * Completes stored settings, those of older versions too, with the defaults. Names it does not know are ignored, so that a
 * dashboard written by a newer version still opens. A window `m` smaller than `n` becomes `n`: whoever raises `n` first
 * means no error.
 *
 * @throws RangeError that names the setting, its value and what is allowed.
 */
export function parseSettings(stored: PartialSettings = {}): DetectorSettings {
  const given = Object.entries(migrateSettings(stored)).filter(
    ([name, value]) => isSettingName(name) && value !== undefined,
  );
  for (const [name, value] of given) {
    if (isSettingName(name)) {
      checkSetting(name, settingsTable[name], value);
    }
  }
  const settings = completeSettings({ ...defaultSettings, ...Object.fromEntries(given) });
  requireOrder(settings);
  return { ...settings, m: Math.max(settings.n, settings.m) };
}
