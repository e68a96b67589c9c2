import { DASHBOARD_ZONE } from 'foreband-engine';

import { EventsInput } from './EventsInput';
import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';
import { settingOfKind, type SettingEditorProps } from './settingEditor';

/** Days and hours that are unlike others, as text. */
export function SettingEvents({ value, onChange, item, context, id }: SettingEditorProps<string>) {
  const inherited = inheritedValue(context, settingOfKind({ item }, 'events'));
  const { value: zone } = inheritedValue(context, 'timeZone');
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={inherited.value === '' ? 'none' : 'the events'}
      onReset={() => onChange(undefined)}
    >
      <EventsInput
        id={id}
        name={item.name}
        value={value ?? inherited.value}
        timeZone={zone === DASHBOARD_ZONE ? 'UTC' : zone}
        onCommit={onChange}
      />
    </ResetRow>
  );
}
