import type { DetectorSettings } from './settings.js';

/** Settings that are chosen together. */
export type PresetName = 'recommended' | 'classic';

/** What a preset decides; window, step, exclusions and filters are the reader's own. */
export type PresetSettings = Pick<
  DetectorSettings,
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
>;

// The Python detector's: Prophet as it comes, with an interval of 95 % and a band of twice its width.
const classic: PresetSettings = {
  growth: 'linear',
  seasonalityMode: 'additive',
  dailySeasonality: 'auto',
  weeklySeasonality: 'auto',
  yearlySeasonality: 'auto',
  dailyOrder: 4,
  weeklyOrder: 3,
  yearlyOrder: 10,
  changepointPriorScale: 0.05,
  nChangepoints: 25,
  changepointRange: 0.8,
  robustDeviations: null,
  intervalWidth: 0.95,
  calibrationShare: null,
  thresholdMultiplier: 2,
};

/** The presets. `recommended` was found by measuring: docs/detection-quality.md says how, and what each part is worth. */
export const presets: Readonly<Record<PresetName, PresetSettings>> = {
  recommended: { ...classic, weeklyOrder: 20, robustDeviations: 4, calibrationShare: 0.975 },
  classic,
};

/** The presets in the order in which they are offered. */
export const presetNames: readonly PresetName[] = ['recommended', 'classic'];

/** Whether a setting is one that presets decide. */
export function isPresetSetting(name: string): name is keyof PresetSettings {
  return Object.hasOwn(classic, name);
}

/** The preset these settings are, or undefined where one of them has been changed. */
export function presetOf(settings: PresetSettings): PresetName | undefined {
  const names = Object.keys(classic).filter(isPresetSetting);
  return presetNames.find((preset) => names.every((name) => settings[name] === presets[preset][name]));
}
