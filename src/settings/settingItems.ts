import { PanelOptionsEditorBuilder, type PanelOptionsEditorItem } from '@grafana/data';

import { isSettingName, type PartialSettings, type SettingName } from 'foreband-engine';

import { addSettings } from './addSettings';
import type { OptionsWithSettings } from './optionsWithSettings';

/** Settings under one heading. */
export interface SettingSection {
  readonly title: string;
  readonly items: readonly PanelOptionsEditorItem[];
}

/** The detector's settings as the panels' options offer them, in the same groups and order. */
export function settingSections(): readonly SettingSection[] {
  const builder = new PanelOptionsEditorBuilder<OptionsWithSettings>();
  addSettings(builder);
  const groups = new Map<string, PanelOptionsEditorItem[]>();
  for (const item of builder.getItems()) {
    const [title = ''] = item.category ?? [];
    groups.set(title, [...(groups.get(title) ?? []), item]);
  }
  return [...groups].map(([title, items]) => ({ title, items }));
}

// An item for all settings at once, the presets: its value is the whole of them.
const ALL = 'settings';

/** The setting an item edits: its path is `settings.<name>`. */
function settingName(path: string): string {
  return path.replace(/^settings\./, '');
}

/** The same where it is one, undefined for the presets. */
export function settingAt(path: string): SettingName | undefined {
  const name = settingName(path);
  return isSettingName(name) ? name : undefined;
}

/** The value an item shows; undefined where the reader has set none. */
export function valueAt(settings: PartialSettings, path: string): unknown {
  if (path === ALL) {
    return settings;
  }
  const entry = Object.entries(settings).find(([name]) => name === settingName(path));
  return entry?.[1];
}

/** How many of a section's settings the reader has set. */
export function countSet({ items }: SettingSection, settings: PartialSettings): number {
  return items.filter(({ path }) => path !== ALL && valueAt(settings, path) !== undefined).length;
}

function withoutUnset(settings: object): PartialSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** The settings with what an item has changed in them, or taken back. */
export function withSetting(settings: PartialSettings, path: string, value: unknown): PartialSettings {
  if (path === ALL) {
    return typeof value === 'object' && value !== null ? withoutUnset(value) : {};
  }
  return withoutUnset({ ...settings, [settingName(path)]: value });
}
