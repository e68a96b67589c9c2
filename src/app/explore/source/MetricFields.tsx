import { useId } from 'react';
import { Field, Select } from '@grafana/ui';

import { type CpuMetricName, cpuMetricNames, cpuMetrics } from 'foreband-engine';
import type { SourceChoice } from '../address/exploreState';
import type { FoundMetrics } from '../live/useFoundMetrics';

import { DataSourceField } from './DataSourceField';
import { FieldHint } from './FieldHint';

type MetricSource = Extract<SourceChoice, { kind: 'metric' }>;

interface Props {
  readonly source: MetricSource;
  readonly found: FoundMetrics;
  readonly onChange: (source: MetricSource) => void;
}

function foundText(found: FoundMetrics, metric: 'auto' | CpuMetricName): string {
  switch (found.kind) {
    case 'asking':
      return 'Looking for CPU metrics …';
    case 'failed':
      return `Could not look for CPU metrics: ${found.message}`;
    case 'found': {
      const name = metric === 'auto' ? found.names.at(0) : metric;
      if (name === undefined) {
        return 'None of the known CPU metrics has data here: choose PromQL.';
      }
      return found.names.includes(name) ? cpuMetrics[name].expr : `No data here: ${cpuMetrics[name].expr}`;
    }
  }
}

/** A CPU metric of a data source, with which of them have data. */
export function MetricFields({ source, found, onChange }: Props) {
  const id = useId();
  const names = found.kind === 'found' ? found.names : [];
  const first = names.at(0);
  const options = [
    {
      value: 'auto' as const,
      label: first === undefined ? 'Auto' : `Auto: ${first}`,
      description: 'The first with data',
    },
    ...cpuMetricNames.map((name) => ({
      value: name,
      label: names.includes(name) ? `${name} (has data)` : name,
      description: cpuMetrics[name].origin,
    })),
  ];
  return (
    <>
      <DataSourceField value={source.dataSource} onChange={(dataSource) => onChange({ ...source, dataSource })} />
      <Field label="CPU metric" htmlFor={id} noMargin>
        <Select
          inputId={id}
          aria-label="CPU metric"
          width={44}
          options={options}
          value={source.metric}
          onChange={(choice) => onChange({ ...source, metric: choice.value ?? 'auto' })}
        />
      </Field>
      <FieldHint htmlFor={id}>{foundText(found, source.metric)}</FieldHint>
    </>
  );
}
