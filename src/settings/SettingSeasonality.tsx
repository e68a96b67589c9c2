import type { SelectableValue, StandardEditorProps } from '@grafana/data';
import { RadioButtonGroup } from '@grafana/ui';

import type { SeasonalitySetting } from 'foreband-engine';

import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';
import type { SeasonalitySettingName } from './settingNames';

/** What a seasonality's editor needs besides the option's own description. */
export interface SettingSeasonalityConfig {
  readonly setting: SeasonalitySettingName;
}

type Props = StandardEditorProps<SeasonalitySetting | undefined, SettingSeasonalityConfig>;

const choices: Array<SelectableValue<SeasonalitySetting>> = [
  { value: 'auto', label: 'Auto', description: 'On where the history is long enough' },
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
];

/** Auto, on or off. */
export function SettingSeasonality({ value, onChange, item, context, id }: Props) {
  const { setting }: SettingSeasonalityConfig = item.settings ?? { setting: 'dailySeasonality' };
  const inherited = inheritedValue(context.data, setting);
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={inherited.value}
      onReset={() => onChange(undefined)}
    >
      <RadioButtonGroup
        id={id}
        options={choices}
        value={value ?? inherited.value}
        onChange={(next) => onChange(next)}
        aria-label={item.name}
        size="sm"
        fullWidth
      />
    </ResetRow>
  );
}
