import { getDataSourceSrv } from '@grafana/runtime';
import { InlineField, Select } from '@grafana/ui';

import { isPrometheusType } from '../../grafana/dataSourceTypes';

/** A choice of the Prometheus data sources that Grafana has. */
export interface PrometheusPickerProps {
  readonly id: string;
  /** Uid of the chosen one; empty for none yet. */
  readonly value: string;
  readonly onChange: (uid: string) => void;
  readonly labelWidth: number;
}

/** See PrometheusPickerProps. */
export function PrometheusPicker({ id, value, onChange, labelWidth }: PrometheusPickerProps) {
  const options = getDataSourceSrv()
    .getList({ metrics: true })
    .filter(({ type }) => isPrometheusType(type))
    .map(({ uid, name }) => ({ value: uid, label: name }));
  const isGone = value !== '' && !options.some((option) => option.value === value);
  const problem = isGone
    ? 'The chosen data source is gone, or you may not query it.'
    : 'Choose the data source to ask, or an address of its own.';
  return (
    <InlineField
      label="Data source"
      tooltip="It is asked as the viewer, with the address and credentials it already has."
      htmlFor={id}
      labelWidth={labelWidth}
      invalid={isGone || value === ''}
      error={problem}
    >
      <Select<string>
        inputId={id}
        aria-label="Prometheus data source"
        width={40}
        options={options}
        value={value}
        placeholder={options.length === 0 ? 'No Prometheus data source here' : 'Choose'}
        onChange={(choice) => onChange(choice.value ?? '')}
      />
    </InlineField>
  );
}
