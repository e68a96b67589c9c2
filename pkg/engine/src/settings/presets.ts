import type { Method, Setting } from './setting.js';
import { defaultSettings, isSettingName, settingNames, type DetectorSettings, type SettingName } from './settings.js';
import { settingsTable } from './settingsTable.js';

/** Settings that are chosen together. */
export type PresetName = Method;

type Table = typeof settingsTable;

/** Settings that a preset decides; window, step, exclusions and filters are the reader's own. */
export type PresetSettings = Pick<
  DetectorSettings,
  { [Name in SettingName]: Table[Name] extends { readonly isOfPreset: true } ? Name : never }[SettingName]
>;

/** Whether a setting is one that presets decide. */
export function isPresetSetting(name: string): name is keyof PresetSettings {
  const row: Setting | undefined = isSettingName(name) ? settingsTable[name] : undefined;
  return row?.isOfPreset === true;
}

const names = settingNames.filter(isPresetSetting);

function isWhole(values: Partial<PresetSettings>): values is PresetSettings {
  return names.every((name) => values[name] !== undefined);
}

function presetPart(settings: DetectorSettings): PresetSettings {
  const part: Partial<PresetSettings> = Object.fromEntries(names.map((name) => [name, settings[name]]));
  if (!isWhole(part)) {
    throw new Error('incomplete settings: complete them with parseSettings before');
  }
  return part;
}

const adaptive = presetPart(defaultSettings);

/**
 * The presets. `adaptive` are the defaults, found by measuring: docs/detection-quality.md says how, and what each part is
 * worth. `classic` is the Python detector's: Prophet as it comes, with an interval of 95 % and a band of twice its width.
 */
export const presets: Readonly<Record<PresetName, PresetSettings>> = {
  adaptive,
  classic: { ...adaptive, method: 'classic', weeklyOrder: 3, robustDeviations: null, calibrationShare: null },
};

/** The presets in the order in which they are offered. */
export const presetNames: readonly PresetName[] = ['adaptive', 'classic'];

/** The preset these settings are, or undefined where one of them has been changed. */
export function presetOf(settings: PresetSettings): PresetName | undefined {
  return presetNames.find((preset) => names.every((name) => settings[name] === presets[preset][name]));
}
