import type { SelectableValue } from '@grafana/data';
import { InlineField, InlineLabel, RadioButtonGroup } from '@grafana/ui';

import {
  defaultSettings,
  isPresetSetting,
  type PartialSettings,
  type PresetName,
  presetOf,
  presets,
} from 'foreband-engine';

/** A choice of the settings that are chosen together. */
export interface PresetFieldProps {
  readonly settings: PartialSettings;
  /** Given the query's settings, complete. */
  readonly onChange: (settings: PartialSettings) => void;
  readonly labelWidth: number;
}

const choices: Array<SelectableValue<PresetName>> = [
  { value: 'recommended', label: 'Recommended', description: 'Found by measuring; what a new query starts with' },
  { value: 'classic', label: 'Classic', description: 'Prophet as it comes, with a band of twice its interval' },
];

/** Sets at once what a preset decides; each can be changed afterwards. A query without any has the recommended ones. */
export function PresetField({ settings, onChange, labelWidth }: PresetFieldProps) {
  const current = presetOf({ ...defaultSettings, ...settings });
  const others = Object.fromEntries(Object.entries(settings).filter(([name]) => !isPresetSetting(name)));
  const select = (preset: PresetName) =>
    onChange(preset === 'recommended' ? others : { ...others, ...presets[preset] });
  return (
    <>
      <InlineField
        label="Preset"
        tooltip="Sets patterns, trend, interval and threshold at once; each can be changed afterwards."
        labelWidth={labelWidth}
      >
        <RadioButtonGroup<PresetName> aria-label="Preset" options={choices} value={current} onChange={select} />
      </InlineField>
      {current === undefined && (
        <InlineLabel width="auto" transparent>
          Changed by hand
        </InlineLabel>
      )}
    </>
  );
}
