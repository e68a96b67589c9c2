import type { SelectableValue, StandardEditorProps } from '@grafana/data';
import { Input, RadioButtonGroup } from '@grafana/ui';

import type { SeasonalitySetting } from '../engine/settings';

import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';
import type { SeasonalitySettingName } from './settingNames';

/** What a seasonality's editor needs besides the option's own description. */
export interface SettingSeasonalityConfig {
  readonly setting: SeasonalitySettingName;
  /** Fourier order offered first when the user chooses to set one. */
  readonly usualOrder: number;
}

type Props = StandardEditorProps<SeasonalitySetting | undefined, SettingSeasonalityConfig>;
type Choice = 'auto' | 'on' | 'off' | 'order';

const MAX_ORDER = 50;

const choices: Array<SelectableValue<Choice>> = [
  { value: 'auto', label: 'Auto', description: 'On where the history is long enough' },
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
  { value: 'order', label: 'Order', description: 'On, with so many waves: more follow sharper shapes' },
];

function choiceOf(setting: SeasonalitySetting): Choice {
  return typeof setting === 'number' ? 'order' : setting;
}

/** Auto, on, off, or on with a number of waves of one's own. */
export function SettingSeasonality({ value, onChange, item, context, id }: Props) {
  const { setting, usualOrder }: SettingSeasonalityConfig = item.settings ?? {
    setting: 'dailySeasonality',
    usualOrder: 4,
  };
  const inherited = inheritedValue(context.data, setting);
  const current = value ?? inherited.value;
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={String(inherited.value)}
      onReset={() => onChange(undefined)}
    >
      <RadioButtonGroup
        id={id}
        options={choices}
        value={choiceOf(current)}
        onChange={(next) => onChange(next === 'order' ? usualOrder : next)}
        aria-label={item.name}
        size="sm"
        fullWidth
      />
      {typeof current === 'number' && (
        <Input
          type="number"
          min={1}
          max={MAX_ORDER}
          value={current}
          aria-label={`${item.name}: Fourier order`}
          prefix="Order"
          onChange={(event) => {
            const order = Number(event.currentTarget.value);
            if (Number.isInteger(order) && order >= 1 && order <= MAX_ORDER) {
              onChange(order);
            }
          }}
        />
      )}
    </ResetRow>
  );
}
