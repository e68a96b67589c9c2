import { useId } from 'react';
import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { DataSourceHttpSettings, FieldSet, InlineField, RadioButtonGroup, Switch } from '@grafana/ui';

import { parseDuration } from 'foreband-prometheus';
import type { ForebandOptions } from '../options';

import { DraftInput } from './DraftInput';
import { PrometheusPicker } from './PrometheusPicker';

type Props = DataSourcePluginOptionsEditorProps<ForebandOptions>;

const LABEL_WIDTH = 30;

type Connection = 'own' | 'existing';

const connections: Array<{ value: Connection; label: string; description: string }> = [
  { value: 'own', label: 'Own address', description: 'An address and credentials of its own' },
  {
    value: 'existing',
    label: 'Prometheus data source',
    description: 'Asks a Prometheus that is already a data source here, as the viewer',
  },
];

interface TextOption {
  readonly field: 'timeInterval' | 'queryTimeout' | 'customQueryParameters' | 'defaultTrainingWindow';
  readonly label: string;
  readonly tooltip: string;
  readonly placeholder: string;
  readonly isDuration: boolean;
}

const textOptions: readonly TextOption[] = [
  {
    field: 'timeInterval',
    label: 'Scrape interval',
    tooltip: 'How often Prometheus scrapes; $__rate_interval is at least four of these.',
    placeholder: '15s',
    isDuration: true,
  },
  {
    field: 'queryTimeout',
    label: 'Query time-out',
    tooltip:
      "How long Prometheus may take for a query. Grafana's proxy gives up after 30 s unless it is set otherwise.",
    placeholder: "Prometheus's own",
    isDuration: true,
  },
  {
    field: 'customQueryParameters',
    label: 'Custom query parameters',
    tooltip: 'Added to every request, for instance dedup=true for Thanos.',
    placeholder: 'name=value&name=value',
    isDuration: false,
  },
  {
    field: 'defaultTrainingWindow',
    label: 'Default training window',
    tooltip: 'How much history models are fitted to where a query sets no training window.',
    placeholder: '28d',
    isDuration: true,
  },
];

function durationText(text: string): string | undefined {
  return parseDuration(text) === undefined ? 'A duration in whole numbers, such as 15s, 1m30s, 28d' : undefined;
}

/** Settings page of the data source. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const id = useId();
  const { jsonData } = options;
  const isExisting = jsonData.prometheusUid !== undefined;
  const update = (change: Partial<ForebandOptions>) =>
    onOptionsChange({ ...options, jsonData: { ...jsonData, ...change } });
  return (
    <>
      <FieldSet label="Connection">
        <InlineField label="Prometheus" labelWidth={LABEL_WIDTH}>
          <RadioButtonGroup<Connection>
            aria-label="Connection"
            options={connections}
            value={isExisting ? 'existing' : 'own'}
            onChange={(next) => update({ prometheusUid: next === 'existing' ? '' : undefined })}
          />
        </InlineField>
        {isExisting && (
          <PrometheusPicker
            id={`${id}-prometheus`}
            labelWidth={LABEL_WIDTH}
            value={jsonData.prometheusUid ?? ''}
            onChange={(prometheusUid) => update({ prometheusUid })}
          />
        )}
      </FieldSet>
      {!isExisting && (
        <DataSourceHttpSettings
          defaultUrl="http://localhost:9090"
          dataSourceConfig={options}
          showAccessOptions={false}
          onChange={onOptionsChange}
        />
      )}
      <FieldSet label="Queries">
        {textOptions.map(({ field, label, tooltip, placeholder, isDuration }) => (
          <DraftInput
            key={field}
            id={`${id}-${field}`}
            label={label}
            tooltip={tooltip}
            labelWidth={LABEL_WIDTH}
            width={40}
            value={jsonData[field] ?? ''}
            placeholder={placeholder}
            problemOf={isDuration ? durationText : () => undefined}
            onCommit={(text) => update({ [field]: text === '' ? undefined : text })}
          />
        ))}
      </FieldSet>
      <FieldSet label="Simulation">
        <InlineField
          label="Show simulated data when unreachable"
          tooltip="Queries that never had data show generated data, plainly marked, while Prometheus cannot be reached, until it answers."
          htmlFor={`${id}-simulation`}
          labelWidth={LABEL_WIDTH}
        >
          <Switch
            id={`${id}-simulation`}
            value={jsonData.showSimulationWhenUnreachable === true}
            onChange={(event) => update({ showSimulationWhenUnreachable: event.currentTarget.checked })}
          />
        </InlineField>
      </FieldSet>
    </>
  );
}
