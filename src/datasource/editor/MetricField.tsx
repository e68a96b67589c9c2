import { useEffect, useState } from 'react';
import { InlineField, Select } from '@grafana/ui';

import { type CpuMetricName, cpuMetricNames, cpuMetrics } from 'foreband-engine';

/** A choice of the CPU metrics, with what this Prometheus has. */
export interface MetricFieldProps {
  readonly id: string;
  readonly value: 'auto' | CpuMetricName;
  readonly findCpuMetrics: () => Promise<CpuMetricName[]>;
  readonly onChange: (metric: 'auto' | CpuMetricName) => void;
  readonly labelWidth: number;
}

type Found =
  | { readonly kind: 'asking' }
  | { readonly kind: 'found'; readonly names: readonly CpuMetricName[] }
  | { readonly kind: 'failed'; readonly message: string };

function useFound(findCpuMetrics: MetricFieldProps['findCpuMetrics']): Found {
  const [found, setFound] = useState<Found>({ kind: 'asking' });
  useEffect(() => {
    let isShown = true;
    const show = (next: Found) => {
      if (isShown) {
        setFound(next);
      }
    };
    findCpuMetrics().then(
      (names) => show({ kind: 'found', names }),
      (error: unknown) => show({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isShown = false;
    };
  }, [findCpuMetrics]);
  return found;
}

/** The effect of a choice of metric, given the metrics found. */
function foundText(found: Found, value: 'auto' | CpuMetricName): string {
  switch (found.kind) {
    case 'asking':
      return 'Looking for CPU metrics …';
    case 'failed':
      return `Could not look for CPU metrics: ${found.message}`;
    case 'found': {
      const name = value === 'auto' ? found.names.at(0) : value;
      if (name === undefined) {
        return 'None of the known CPU metrics found: choose PromQL.';
      }
      return found.names.includes(name) ? cpuMetrics[name].expr : `Not found here: ${cpuMetrics[name].expr}`;
    }
  }
}

/** See MetricFieldProps. */
export function MetricField({ id, value, findCpuMetrics, onChange, labelWidth }: MetricFieldProps) {
  const found = useFound(findCpuMetrics);
  const names = found.kind === 'found' ? found.names : [];
  const first = names.at(0);
  const options = [
    {
      value: 'auto' as const,
      label: first === undefined ? 'Auto' : `Auto: ${first}`,
      description: 'The first of these that has data',
    },
    ...cpuMetricNames.map((name) => ({
      value: name,
      label: names.includes(name) ? `${name} (found)` : name,
      description: cpuMetrics[name].origin,
    })),
  ];
  return (
    <>
      <InlineField
        label="CPU metric"
        tooltip="Which metric shows CPU usage here; for all instances at once."
        htmlFor={id}
        labelWidth={labelWidth}
      >
        <Select
          inputId={id}
          aria-label="CPU metric"
          width={48}
          options={options}
          value={value}
          onChange={(choice) => onChange(choice.value ?? 'auto')}
        />
      </InlineField>
      <output htmlFor={id} style={{ fontFamily: 'monospace', alignSelf: 'center' }}>
        {foundText(found, value)}
      </output>
    </>
  );
}
