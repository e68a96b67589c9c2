import type { SelectableValue } from '@grafana/data';
import { VirtualizedSelect } from '@grafana/ui';

import { DASHBOARD_ZONE } from 'foreband-engine';

interface Props {
  readonly id?: string;
  /** The field's name for screen readers. */
  readonly name: string;
  /** An IANA name, or the word for the dashboard's zone. */
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
  /** In units of eight pixels. Default: all there is. */
  readonly width?: number;
}

const first: Array<SelectableValue<string>> = [
  { value: 'UTC', label: 'UTC', description: 'The same for every viewer' },
  {
    value: DASHBOARD_ZONE,
    label: "Dashboard's time zone",
    description: "The viewer's own where the dashboard has none",
  },
];

function zoneChoices(): Array<SelectableValue<string>> {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
  return [...first, ...zones.map((zone) => ({ value: zone, label: zone }))];
}

let known: Array<SelectableValue<string>> | undefined;

// Four hundred names: only made where somebody looks at them.
function choices(): Array<SelectableValue<string>> {
  known ??= zoneChoices();
  return known;
}

/** How a time zone setting is called. */
export function timeZoneLabel(value: string): string {
  return first.find((choice) => choice.value === value)?.label ?? value;
}

/** A choice of whose clock seasonalities follow. */
export function TimeZoneSelect({ id, name, value, onChange, width }: Props) {
  return (
    <VirtualizedSelect<string>
      inputId={id}
      aria-label={name}
      width={width}
      options={choices()}
      value={{ value, label: timeZoneLabel(value) }}
      onChange={(choice) => onChange(choice.value ?? 'UTC')}
    />
  );
}
