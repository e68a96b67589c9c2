import type { SelectableValue } from '@grafana/data';
import { RadioButtonGroup } from '@grafana/ui';

import { settingsTable, type Setting } from 'foreband-engine';

import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';
import { settingOf, type SettingEditorProps } from './settingEditor';

function choicesOf(row: Setting): Array<SelectableValue<string>> {
  return row.kind === 'choice' ? row.choices.map((choice) => ({ ...choice })) : [];
}

/** A choice between a few words. */
export function SettingChoice({ value, onChange, item, context, id }: SettingEditorProps<string>) {
  const name = settingOf({ item });
  const choices = choicesOf(settingsTable[name]);
  const inherited = inheritedValue(context, name);
  const shown = typeof inherited.value === 'string' ? inherited.value : '';
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={choices.find((choice) => choice.value === shown)?.label ?? shown}
      onReset={() => onChange(undefined)}
    >
      <RadioButtonGroup
        id={id}
        options={choices}
        value={value ?? shown}
        onChange={(next) => onChange(next)}
        aria-label={item.name}
        size="sm"
        fullWidth
      />
    </ResetRow>
  );
}
