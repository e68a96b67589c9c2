import type { Stage } from './setting.js';
import {
  completeSettings,
  defaultSettings,
  isSettingName,
  settingNames,
  type DetectorSettings,
  type SettingName,
} from './settings.js';
import { settingsTable } from './settingsTable.js';

// What they come to is compared, and fitted, in their place.
const calendarSources: ReadonlySet<SettingName> = new Set<SettingName>(['holidayRegion', 'holidayEffect', 'events']);

function isOf(name: SettingName, stages: readonly Stage[]): boolean {
  return stages.includes(settingsTable[name].stage);
}

/** Whether two settings lead to the same model and forecast, so that only the scoring differs. */
export function haveSameForecast(left: DetectorSettings, right: DetectorSettings): boolean {
  const scoring: readonly Stage[] = ['score'];
  const isCompared = (name: string) => !isSettingName(name) || !(isOf(name, scoring) || calendarSources.has(name));
  const forecastOf = (settings: DetectorSettings) =>
    JSON.stringify(
      Object.entries(settings)
        .filter(([name, value]) => value !== undefined && isCompared(name))
        .sort(),
    );
  return forecastOf(left) === forecastOf(right);
}

/** Settings to fit and forecast with: those that only score take their defaults, so that changing them never refits. */
export function fitSettings(settings: DetectorSettings): DetectorSettings {
  const isKept = (name: SettingName) => isOf(name, ['fit', 'forecast']) && !calendarSources.has(name);
  const values = settingNames.map((name): [string, unknown] => [
    name,
    isKept(name) ? settings[name] : defaultSettings[name],
  ]);
  return { ...completeSettings(Object.fromEntries(values)), calendarRows: settings.calendarRows };
}

/** Settings that fit and forecast like one of two, and score like the other. */
export function withScoring(fitted: DetectorSettings, scoring: DetectorSettings): DetectorSettings {
  const values = settingNames.map((name): [string, unknown] => [
    name,
    (isOf(name, ['score']) ? scoring : fitted)[name],
  ]);
  return { ...completeSettings(Object.fromEntries(values)), calendarRows: fitted.calendarRows };
}
