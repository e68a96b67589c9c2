import { PanelOptionsEditorBuilder, type PanelOptionsEditorItem } from '@grafana/data';

import type { PartialSettings } from '../../../engine/parseSettings';
import type { DetectorSettings } from '../../../engine/settings';
import { addDetectionOptions } from '../../../settings/addDetectionOptions';
import { addTrainingOptions } from '../../../settings/addTrainingOptions';
import type { OptionsWithSettings } from '../../../settings/optionsWithSettings';

/** Settings under one heading. */
export interface SettingGroup {
  readonly title: string;
  readonly items: readonly PanelOptionsEditorItem[];
}

/** The detector's settings as the panels' options offer them, in the same groups and order. */
export function settingGroups(): readonly SettingGroup[] {
  const builder = new PanelOptionsEditorBuilder<OptionsWithSettings>();
  addDetectionOptions(builder);
  addTrainingOptions(builder);
  const groups = new Map<string, PanelOptionsEditorItem[]>();
  for (const item of builder.getItems()) {
    const [title = ''] = item.category ?? [];
    groups.set(title, [...(groups.get(title) ?? []), item]);
  }
  return [...groups].map(([title, items]) => ({ title, items }));
}

/** The setting an item edits: its path is `settings.<name>`. */
export function settingName(path: string): string {
  return path.replace(/^settings\./, '');
}

/** The value a setting has; undefined where the reader has set none. */
export function valueAt(settings: PartialSettings, path: string): unknown {
  const entry = Object.entries(settings).find(([name]) => name === settingName(path));
  return entry?.[1];
}

/** The settings with one of them changed, or taken back. */
export function withSetting(settings: PartialSettings, path: string, value: unknown): PartialSettings {
  const name = settingName(path);
  const others = Object.entries(settings).filter(([other]) => other !== name);
  const changed: Partial<Record<string, DetectorSettings[keyof DetectorSettings]>> = Object.fromEntries(others);
  return value === undefined ? changed : { ...changed, [name]: value };
}
