import type { StandardEditorProps } from '@grafana/data';

import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';
import { timeZoneLabel, TimeZoneSelect } from './TimeZoneSelect';

type Props = StandardEditorProps<string | undefined>;

/** Whose clock seasonalities follow: UTC, the dashboard's, or that of a zone. */
export function SettingTimeZone({ value, onChange, item, context, id }: Props) {
  const inherited = inheritedValue(context, 'timeZone');
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
