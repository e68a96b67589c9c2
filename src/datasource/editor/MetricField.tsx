import { useEffect, useState } from 'react';
import { InlineField, Select } from '@grafana/ui';

import type { CpuMetricName } from 'foreband-engine';

import { metricOptions, metricText, type FoundMetrics, type MetricChoice } from '../../settings/metricChoice';

/** A choice of the CPU metrics, with what this Prometheus has. */
export interface MetricFieldProps {
  readonly id: string;
  readonly value: MetricChoice;
  readonly findCpuMetrics: () => Promise<CpuMetricName[]>;
  readonly onChange: (metric: MetricChoice) => void;
  readonly labelWidth: number;
}

function useFound(findCpuMetrics: MetricFieldProps['findCpuMetrics']): FoundMetrics {
  const [found, setFound] = useState<FoundMetrics>({ kind: 'asking' });
  useEffect(() => {
    let isShown = true;
    const show = (next: FoundMetrics) => {
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

/** See MetricFieldProps. */
export function MetricField({ id, value, findCpuMetrics, onChange, labelWidth }: MetricFieldProps) {
  const found = useFound(findCpuMetrics);
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
          options={metricOptions(found)}
          value={value}
          onChange={(choice) => onChange(choice.value ?? 'auto')}
        />
      </InlineField>
      <output htmlFor={id} style={{ fontFamily: 'monospace', alignSelf: 'center' }}>
        {metricText(found, value)}
      </output>
    </>
  );
}
