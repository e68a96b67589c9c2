import type { Stage } from './setting.js';
import {
  type CalendarSettingName,
  completeSettings,
  defaultSettings,
  settingNames,
  type DetectorSettings,
  type SettingName,
} from './settings.js';
import { settingsTable } from './settingsTable.js';

const calendarNames: readonly CalendarSettingName[] = ['holidayRegion', 'holidayEffect', 'events'];
const isOfCalendar = (name: SettingName) => calendarNames.some((one) => one === name);

function isOf(name: SettingName, stages: readonly Stage[]): boolean {
  return stages.includes(settingsTable[name].stage);
}

/**
 * Whether two settings lead to the same model and forecast, given the same calendar, so that only the scoring differs. What
 * region and events come to is for the caller to compare.
 */
export function haveSameForecast(left: DetectorSettings, right: DetectorSettings): boolean {
  return settingNames
    .filter((name) => !isOf(name, ['score']) && !isOfCalendar(name))
    .every((name) => left[name] === right[name] || JSON.stringify(left[name]) === JSON.stringify(right[name]));
}

/** Settings to fit and forecast with: those that only score take their defaults, so that changing them never refits. */
export function fitSettings(settings: DetectorSettings): DetectorSettings {
  return withScoring(settings, defaultSettings);
}

/** Settings that fit and forecast like one of two, and score like the other. */
export function withScoring(fitted: DetectorSettings, scoring: DetectorSettings): DetectorSettings {
  const values = settingNames.map((name): [string, unknown] => [
    name,
    (isOf(name, ['score']) ? scoring : fitted)[name],
  ]);
  return completeSettings(Object.fromEntries(values));
}
