import type { StandardEditorProps } from '@grafana/data';

import { inheritedValue } from './inheritedValue';
import { NumberInput, type NumberInputConfig, shownNumber } from './NumberInput';
import { ResetRow } from './ResetRow';
import type { NumberSettingName, OptionalNumberSettingName } from './settingNames';

/** What a number field needs besides the option's own description. */
export interface SettingNumberConfig extends NumberInputConfig {
  readonly setting: NumberSettingName | OptionalNumberSettingName;
}

type Props = StandardEditorProps<number | null | undefined, SettingNumberConfig>;

/** A number field for a setting: empty means inherited, and the inherited value stands in it in grey. */
export function SettingNumber({ value, onChange, item, context, id }: Props) {
  const config: SettingNumberConfig = item.settings ?? { setting: 'n' };
  const inherited = inheritedValue(context.data, config.setting);
  const inheritedText = shownNumber(inherited.value, config) || 'none';
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={inheritedText}
      onReset={() => onChange(undefined)}
    >
      <NumberInput
        id={id}
        name={item.name}
        config={config}
        value={value}
        placeholder={inheritedText}
        onCommit={onChange}
      />
    </ResetRow>
  );
}
