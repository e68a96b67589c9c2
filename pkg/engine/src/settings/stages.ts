import { settingGroups, type Setting, type SettingGroup, type Stage } from './setting.js';
import {
  completeSettings,
  defaultSettings,
  settingNames,
  type DetectorSettings,
  type FitSettings,
  type SettingName,
} from './settings.js';
import { settingsTable } from './settingsTable.js';

function rowOf(name: SettingName): Setting {
  return settingsTable[name];
}

const isOfCalendar = (name: SettingName) => rowOf(name).isOfCalendar === true;

function isFitName(name: SettingName): name is keyof FitSettings {
  return rowOf(name).stage === 'fit' && !isOfCalendar(name);
}

const fitNames = settingNames.filter(isFitName);

function isWhole(values: Partial<FitSettings>): values is FitSettings {
  return fitNames.every((name) => values[name] !== undefined);
}

/** The settings that a fit depends on, without those whose part the rows of the calendar have. */
export function settingsOfFit(settings: DetectorSettings): FitSettings {
  const part: Partial<FitSettings> = Object.fromEntries(fitNames.map((name) => [name, settings[name]]));
  if (!isWhole(part)) {
    throw new Error('incomplete settings: complete them with parseSettings before');
  }
  return part;
}

/** The groups whose settings change the model or its forecast, none the score alone. */
export const fitGroups: readonly SettingGroup[] = settingGroups.filter((group) =>
  settingNames.map(rowOf).every((row) => row.group !== group || row.stage !== 'score'),
);

/**
 * The first stage that other settings change, given the same calendar. What region and events come to is for the caller to
 * compare.
 */
export function changedStage(before: DetectorSettings, after: DetectorSettings): Stage {
  const changed = settingNames.filter(
    (name) =>
      !isOfCalendar(name) &&
      before[name] !== after[name] &&
      JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const stages = changed.map((name) => rowOf(name).stage);
  return (['fit', 'forecast'] as const).find((stage) => stages.includes(stage)) ?? 'score';
}

/** Settings to fit and forecast with: those that only score take their defaults, so that changing them never refits. */
export function fitSettings(settings: DetectorSettings): DetectorSettings {
  return withScoring(settings, defaultSettings);
}

/** Settings that fit and forecast like one of two, and score like the other. */
export function withScoring(fitted: DetectorSettings, scoring: DetectorSettings): DetectorSettings {
  const values = settingNames.map((name): [string, unknown] => [
    name,
    (rowOf(name).stage === 'score' ? scoring : fitted)[name],
  ]);
  return completeSettings(Object.fromEntries(values));
}
