import type { StandardEditorProps } from '@grafana/data';

import type { SettingName } from 'foreband-engine';

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
