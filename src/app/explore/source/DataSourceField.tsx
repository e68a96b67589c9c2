import { useId } from 'react';
import { Field, Select } from '@grafana/ui';

import { promqlSource, promqlSources } from '../live/dataSources';

interface Props {
  /** Uid; null for the first there is. */
  readonly value: string | null;
  readonly onChange: (uid: string) => void;
}

/** A choice of the data sources that understand PromQL. */
export function DataSourceField({ value, onChange }: Props) {
  const id = useId();
  const sources = promqlSources();
  const isGone = value !== null && promqlSource(value) === undefined;
  return (
    <Field
      label="Data source"
      htmlFor={id}
      invalid={isGone}
      error={isGone ? 'This data source is gone, or you may not query it.' : undefined}
      noMargin
    >
      <Select<string>
        inputId={id}
        aria-label="Data source"
        width={28}
        options={sources.map(({ uid, name, meta }) => ({ value: uid, label: name, description: meta.name }))}
        value={promqlSource(value)?.uid ?? null}
        placeholder={sources.length === 0 ? 'None understands PromQL' : 'Choose'}
        onChange={(choice) => {
          if (choice.value !== undefined) {
            onChange(choice.value);
          }
        }}
      />
    </Field>
  );
}
