import type { SelectableValue, StandardEditorProps } from '@grafana/data';
import { RadioButtonGroup } from '@grafana/ui';

import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';

/** What a choice needs besides the option's own description. */
export interface SettingChoiceConfig {
  readonly setting: 'direction' | 'growth' | 'seasonalityMode' | 'holidayEffect';
  readonly choices: ReadonlyArray<SelectableValue<string>>;
}

type Props = StandardEditorProps<string | undefined, SettingChoiceConfig>;

/** A choice between a few words. */
export function SettingChoice({ value, onChange, item, context, id }: Props) {
  const { setting, choices }: SettingChoiceConfig = item.settings ?? { setting: 'direction', choices: [] };
  const inherited = inheritedValue(context.data, setting);
  const label = choices.find((choice) => choice.value === inherited.value)?.label ?? inherited.value;
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={label}
      onReset={() => onChange(undefined)}
    >
      <RadioButtonGroup
        id={id}
        options={[...choices]}
        value={value ?? inherited.value}
        onChange={(next) => onChange(next)}
        aria-label={item.name}
        size="sm"
        fullWidth
      />
    </ResetRow>
  );
}
