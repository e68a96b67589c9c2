import type { StandardEditorProps } from '@grafana/data';

import { settingsTable, type Setting, type SettingName } from 'foreband-engine';

/** The inputs of a setting's editor besides the option's own description. */
export interface SettingConfig {
  readonly setting: SettingName;
}

/**
 * Props of the editor of a setting: its value is what the panel, the query or the page sets, undefined for inherited.
 */
export type SettingEditorProps<Value> = StandardEditorProps<Value | undefined, SettingConfig>;

/** The setting that an editor edits. */
export function settingOf<Value>({ item }: Pick<SettingEditorProps<Value>, 'item'>): SettingName {
  if (item.settings === undefined) {
    throw new Error(`missing setting of the option ${item.name}: add it with addSettings`);
  }
  return item.settings.setting;
}

/** The names of the settings of a kind. */
type SettingNameOfKind<Kind extends Setting['kind']> = {
  [Name in SettingName]: (typeof settingsTable)[Name]['kind'] extends Kind ? Name : never;
}[SettingName];

function isOfKind<Kind extends Setting['kind']>(name: SettingName, kind: Kind): name is SettingNameOfKind<Kind> {
  return settingsTable[name].kind === kind;
}

/**
 * The setting that an editor edits which serves one kind alone.
 * @throws Error for a setting of another kind.
 */
export function settingOfKind<Value, Kind extends Setting['kind']>(
  props: Pick<SettingEditorProps<Value>, 'item'>,
  kind: Kind,
): SettingNameOfKind<Kind> {
  const name = settingOf(props);
  if (!isOfKind(name, kind)) {
    throw new Error(`invalid editor of ${name}: add it with addSettings, which chooses by kind`);
  }
  return name;
}
