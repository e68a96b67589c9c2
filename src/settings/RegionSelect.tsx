import { useState } from 'react';
import type { SelectableValue } from '@grafana/data';
import { VirtualizedSelect } from '@grafana/ui';

import { loadRegions } from 'foreband-engine';

interface Props {
  readonly id?: string;
  /** The field's name for screen readers. */
  readonly name: string;
  /** Code of a country, state or region; empty for none. */
  readonly value: string;
  readonly onChange: (region: string) => void;
  /** In units of eight pixels. Default: all there is. */
  readonly width?: number;
}

type Choices = Array<SelectableValue<string>>;

const none: SelectableValue<string> = { value: '', label: 'None' };

async function regionChoices(): Promise<Choices> {
  const regions = await loadRegions();
  return [none, ...regions.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))];
}

/** A choice of whose public holidays are unlike other days. The list is loaded when it is opened. */
export function RegionSelect({ id, name, value, onChange, width }: Props) {
  const [choices, setChoices] = useState<Choices>([]);
  const [isLoading, setIsLoading] = useState(false);
  const load = () => {
    if (choices.length === 0 && !isLoading) {
      setIsLoading(true);
      regionChoices()
        .then(setChoices, () => undefined)
        .finally(() => setIsLoading(false));
    }
  };
  const known = choices.find((choice) => choice.value === value);
  return (
    <VirtualizedSelect<string>
      inputId={id}
      aria-label={name}
      width={width}
      options={choices}
      isLoading={isLoading}
      loadingMessage="Loading the regions"
      noOptionsMessage="No such region"
      onOpenMenu={load}
      value={known ?? (value === '' ? none : { value, label: value })}
      onChange={(choice) => onChange(choice.value ?? '')}
    />
  );
}
