import type { Holiday } from 'prophet-wasm';

import { accepts } from './checkSetting.js';
import type { Stage, ValueOf } from './setting.js';
import { settingsTable } from './settingsTable.js';

type Table = typeof settingsTable;

/** Name of a setting, as it is stored. */
export type SettingName = keyof Table;

/** Names of the settings of a stage. */
export type SettingNameOf<S extends Stage> = {
  [Name in SettingName]: Table[Name]['stage'] extends S ? Name : never;
}[SettingName];

/** Every setting of the detector, each with the value its row in the table asks for. */
export type SettingValues = { readonly [Name in SettingName]: ValueOf<Table[Name]> };

/** Every setting of the detector; the query holds the defaults, a panel may override each. */
export interface DetectorSettings extends SettingValues {
  /**
   * What region and events come to in the time at hand. Nobody sets it: it is looked up before anything is fitted, and
   * travels with the settings.
   */
  readonly calendarRows?: readonly Holiday[];
}

/** What a fit depends on. */
export type FitSettings = Pick<DetectorSettings, SettingNameOf<'fit'> | 'calendarRows'>;

/** What is forecast from a fitted model. */
export type ForecastSettings = Pick<DetectorSettings, SettingNameOf<'forecast'>>;

/** What counts as an anomaly. */
export type ScoreSettings = Pick<DetectorSettings, SettingNameOf<'score'>>;

/** Whether a seasonality is on: by Prophet's own rule, which asks for enough history, always, or never. */
export type SeasonalitySetting = SettingValues['dailySeasonality'];

/** Whether a name is that of a setting. */
export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingsTable, name);
}

/** The settings in the order in which they are offered. */
export const settingNames: readonly SettingName[] = Object.keys(settingsTable).filter(isSettingName);

function isComplete(values: Readonly<Record<string, unknown>>): values is SettingValues {
  return settingNames.every((name) => accepts(settingsTable[name], values[name]));
}

/**
 * Values that have all been checked, as settings.
 * @throws Error where one is missing or is not what its row asks for.
 */
export function completeSettings(values: Readonly<Record<string, unknown>>): SettingValues {
  if (!isComplete(values)) {
    throw new Error('incomplete settings: check every value against the table before');
  }
  return values;
}

/** What holds while neither query nor panel says otherwise. */
export const defaultSettings: DetectorSettings = completeSettings(
  Object.fromEntries(settingNames.map((name) => [name, settingsTable[name].default])),
);
