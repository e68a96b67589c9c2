import type { PanelOptionsEditorBuilder } from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';

import {
  settingGroups,
  settingNames,
  settingsTable,
  type PartialSettings,
  type Setting,
  type SettingGroup,
  type SettingName,
} from 'foreband-engine';

import { appliesTo } from './appliesTo';
import { settingsOfFrames } from './inheritedValue';
import type { OptionsWithSettings } from './optionsWithSettings';
import { SettingChoice } from './SettingChoice';
import type { SettingConfig, SettingEditorProps } from './settingEditor';
import { SettingEvents } from './SettingEvents';
import { SettingExclusions } from './SettingExclusions';
import { SettingMaintenance } from './SettingMaintenance';
import { SettingNumber } from './SettingNumber';
import { SettingPreset } from './SettingPreset';
import { SettingRegion } from './SettingRegion';
import { SettingSlider } from './SettingSlider';
import { SettingSwitchedNumber } from './SettingSwitchedNumber';
import { SettingTimeZone } from './SettingTimeZone';

type Builder<Options> = PanelOptionsEditorBuilder<Options>;
type Editor<Value> = (props: SettingEditorProps<Value>) => React.ReactNode;

function addEditor<Options extends OptionsWithSettings, Value>(
  builder: Builder<Options>,
  name: SettingName,
  editor: Editor<Value>,
): void {
  const { label, help, group }: Setting = settingsTable[name];
  builder.addCustomEditor<SettingConfig, Value | undefined>({
    id: `settings.${name}`,
    path: `settings.${name}`,
    name: label,
    description: help,
    category: [group],
    editor,
    settings: { setting: name },
    showIf: ({ settings }, data) => appliesTo(name, settings?.method ?? settingsOfFrames(data).settings.method),
  });
}

const textEditors = {
  choice: SettingChoice,
  timeZone: SettingTimeZone,
  region: SettingRegion,
  maintenance: SettingMaintenance,
  events: SettingEvents,
};

/** Adds the editor that a setting's kind asks for. */
function addSetting<Options extends OptionsWithSettings>(builder: Builder<Options>, name: SettingName): void {
  const row: Setting = settingsTable[name];
  switch (row.kind) {
    case 'number':
      return row.slider === undefined
        ? addEditor<Options, number | null>(builder, name, SettingNumber)
        : addEditor<Options, number>(builder, name, SettingSlider);
    case 'duration':
    case 'optionalNumber':
    case 'optionalDuration':
      return addEditor<Options, number | null>(builder, name, SettingNumber);
    case 'switchedNumber':
      return addEditor<Options, number | null>(builder, name, SettingSwitchedNumber);
    case 'spans':
      return addEditor<Options, readonly TimeSpan[]>(builder, name, SettingExclusions);
    default:
      return addEditor<Options, string>(builder, name, textEditors[row.kind]);
  }
}

const PRESET_GROUP: SettingGroup = 'Anomalies';

function addPreset<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  builder.addCustomEditor<unknown, PartialSettings | undefined>({
    id: 'settings',
    path: 'settings',
    name: 'Preset',
    description:
      'Sets method, model, and threshold at once; you can change each of them afterward. "Adaptive" compares with what is usual for the series and is quiet enough to page on. "Classic" is plain Prophet, with a band made from its forecast interval.',
    category: [PRESET_GROUP],
    editor: SettingPreset,
  });
}

/**
 * Options for the detector's settings of these groups (default: all), as the table has them, the presets before them.
 */
export function addSettings<Options extends OptionsWithSettings>(
  builder: Builder<Options>,
  groups: readonly SettingGroup[] = settingGroups,
): void {
  if (groups.includes(PRESET_GROUP)) {
    addPreset(builder);
  }
  settingNames
    .filter((name) => groups.includes(settingsTable[name].group))
    .forEach((name) => addSetting(builder, name));
}
