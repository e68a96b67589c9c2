import type { Method } from './setting.js';
import { defaultSettings, type DetectorSettings } from './settings.js';

/** Settings that are chosen together. */
export type PresetName = Method;

/** What a preset decides; window, step, exclusions and filters are the reader's own. */
export type PresetSettings = Pick<
  DetectorSettings,
  | 'method'
  | 'growth'
  | 'seasonalityMode'
  | 'dailySeasonality'
  | 'weeklySeasonality'
  | 'yearlySeasonality'
  | 'dailyOrder'
  | 'weeklyOrder'
  | 'yearlyOrder'
  | 'changepointPriorScale'
  | 'nChangepoints'
  | 'changepointRange'
  | 'robustDeviations'
  | 'intervalWidth'
  | 'calibrationShare'
  | 'thresholdMultiplier'
  | 'pagesPerWeek'
>;

const adaptive: PresetSettings = {
  method: defaultSettings.method,
  growth: defaultSettings.growth,
  seasonalityMode: defaultSettings.seasonalityMode,
  dailySeasonality: defaultSettings.dailySeasonality,
  weeklySeasonality: defaultSettings.weeklySeasonality,
  yearlySeasonality: defaultSettings.yearlySeasonality,
  dailyOrder: defaultSettings.dailyOrder,
  weeklyOrder: defaultSettings.weeklyOrder,
  yearlyOrder: defaultSettings.yearlyOrder,
  changepointPriorScale: defaultSettings.changepointPriorScale,
  nChangepoints: defaultSettings.nChangepoints,
  changepointRange: defaultSettings.changepointRange,
  robustDeviations: defaultSettings.robustDeviations,
  intervalWidth: defaultSettings.intervalWidth,
  calibrationShare: defaultSettings.calibrationShare,
  thresholdMultiplier: defaultSettings.thresholdMultiplier,
  pagesPerWeek: defaultSettings.pagesPerWeek,
};

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

/** Whether a setting is one that presets decide. */
export function isPresetSetting(name: string): name is keyof PresetSettings {
  return Object.hasOwn(adaptive, name);
}

/** The preset these settings are, or undefined where one of them has been changed. */
export function presetOf(settings: PresetSettings): PresetName | undefined {
  const names = Object.keys(adaptive).filter(isPresetSetting);
  return presetNames.find((preset) => names.every((name) => settings[name] === presets[preset][name]));
}
