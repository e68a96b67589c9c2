import { settingsTable, type Setting } from 'foreband-engine';

import { inheritedValue } from './inheritedValue';
import { numberConfig, shownNumber } from './numberConfig';
import { NumberInput } from './NumberInput';
import { ResetRow } from './ResetRow';
import { settingOf, type SettingEditorProps } from './settingEditor';

/** A number field for a setting: empty means inherited, and the inherited value stands in it in gray. */
export function SettingNumber({ value, onChange, item, context, id }: SettingEditorProps<number | null>) {
  const name = settingOf({ item });
  const row: Setting = settingsTable[name];
  const config = numberConfig(row);
  const inherited = inheritedValue(context, name);
  const absent = 'absent' in row ? row.absent : 'none';
  const inheritedText = typeof inherited.value === 'number' ? shownNumber(inherited.value, config) : absent;
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
