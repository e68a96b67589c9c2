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

/**
 * Every setting of the detector, each with the value its row in the table asks for. The query holds the defaults, a panel may
 * override each.
 */
export type DetectorSettings = { readonly [Name in SettingName]: ValueOf<Table[Name]> };

/** Names of the settings that say which days and hours are unlike others. A fit takes the rows they come to instead. */
export type CalendarSettingName = {
  [Name in SettingName]: Table[Name] extends { readonly isOfCalendar: true } ? Name : never;
}[SettingName];

/** Settings that a fit depends on, besides its samples and its calendar. */
export type FitSettings = Pick<DetectorSettings, Exclude<SettingNameOf<'fit'>, CalendarSettingName>>;

/** Settings of the score: they decide which samples are anomalous. */
export type ScoreSettings = Pick<DetectorSettings, SettingNameOf<'score'>>;

/** Whether a seasonality is on: by Prophet's own rule, which asks for enough history, always, or never. */
export type SeasonalitySetting = DetectorSettings['dailySeasonality'];

/** Whether a name is that of a setting. */
export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingsTable, name);
}

/** The settings in the order in which they are offered. */
export const settingNames: readonly SettingName[] = Object.keys(settingsTable).filter(isSettingName);

function isComplete(values: Readonly<Record<string, unknown>>): values is DetectorSettings {
  return settingNames.every((name) => accepts(settingsTable[name], values[name]));
}

/**
 * Values that have all been checked, as settings.
 * @throws Error where one is missing or is not what its row asks for.
 */
export function completeSettings(values: Readonly<Record<string, unknown>>): DetectorSettings {
  if (!isComplete(values)) {
    throw new Error('incomplete settings: check every value against the table before');
  }
  return values;
}

/** Settings that hold while neither query nor panel says otherwise. */
export const defaultSettings: DetectorSettings = completeSettings(
  Object.fromEntries(settingNames.map((name) => [name, settingsTable[name].default])),
);
