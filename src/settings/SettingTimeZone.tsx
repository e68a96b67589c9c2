import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';
import { settingOfKind, type SettingEditorProps } from './settingEditor';
import { timeZoneLabel, TimeZoneSelect } from './TimeZoneSelect';

/** Whose clock seasonalities follow: UTC, the dashboard's, or that of a zone. */
export function SettingTimeZone({ value, onChange, item, context, id }: SettingEditorProps<string>) {
  const inherited = inheritedValue(context, settingOfKind({ item }, 'timeZone'));
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={timeZoneLabel(inherited.value)}
      onReset={() => onChange(undefined)}
    >
      <TimeZoneSelect id={id} name={item.name} value={value ?? inherited.value} onChange={onChange} />
    </ResetRow>
  );
}
