import { useId } from 'react';
import { Field, Select } from '@grafana/ui';

import { metricOptions, metricText, type FoundMetrics } from '../../../settings/metricChoice';
import type { SourceChoice } from '../address/exploreState';

import { DataSourceField } from './DataSourceField';
import { FieldHint } from './FieldHint';

type MetricSource = Extract<SourceChoice, { kind: 'metric' }>;

interface Props {
  readonly source: MetricSource;
  readonly found: FoundMetrics;
  readonly onChange: (source: MetricSource) => void;
}

/** A CPU metric of a data source, with which of them have data. */
export function MetricFields({ source, found, onChange }: Props) {
  const id = useId();
  return (
    <>
      <DataSourceField value={source.dataSource} onChange={(dataSource) => onChange({ ...source, dataSource })} />
      <Field label="CPU metric" htmlFor={id} noMargin>
        <Select
          inputId={id}
          aria-label="CPU metric"
          width={44}
          options={metricOptions(found)}
          value={source.metric}
          onChange={(choice) => onChange({ ...source, metric: choice.value ?? 'auto' })}
        />
      </Field>
      <FieldHint htmlFor={id}>{metricText(found, source.metric)}</FieldHint>
    </>
  );
}
