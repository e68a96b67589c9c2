import { inheritedValue } from './inheritedValue';
import { RegionSelect } from './RegionSelect';
import { ResetRow } from './ResetRow';
import { settingOfKind, type SettingEditorProps } from './settingEditor';

/** Whose public holidays are unlike other days. */
export function SettingRegion({ value, onChange, item, context, id }: SettingEditorProps<string>) {
  const inherited = inheritedValue(context, settingOfKind({ item }, 'region'));
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={inherited.value === '' ? 'none' : inherited.value}
      onReset={() => onChange(undefined)}
    >
      <RegionSelect id={id} name={item.name} value={value ?? inherited.value} onChange={onChange} />
    </ResetRow>
  );
}
