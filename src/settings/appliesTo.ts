import { settingsTable, type DetectorSettings, type Setting, type SettingName } from 'foreband-engine';

/** Whether a method looks at a setting. */
export function appliesTo(name: SettingName, method: DetectorSettings['method']): boolean {
  const { only }: Setting = settingsTable[name];
  return only === undefined || only === method;
}
