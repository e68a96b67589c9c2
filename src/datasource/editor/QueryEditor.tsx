import { useId } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { InlineField, InlineFieldRow, RadioButtonGroup, Select } from '@grafana/ui';

import { defaultSettings } from 'foreband-engine';
import type { ForebandDataSource } from '../ForebandDataSource';
import { migrateQuery } from '../migrateQuery';
import type { ForebandOptions } from '../options';
import { defaultScenario, type ForebandQuery, type QueryOutput, type QuerySource } from '../query';

import { DraftInput } from './DraftInput';
import { LearningFields } from './LearningFields';
import { LiveFields } from './LiveFields';
import { MetricField } from './MetricField';
import { PromqlField } from './PromqlField';
import { ScenarioFields } from './ScenarioFields';

type Props = QueryEditorProps<ForebandDataSource, ForebandQuery, ForebandOptions>;

const LABEL_WIDTH = 18;

const sources: Array<{ value: QuerySource; label: string; description: string }> = [
  { value: 'metric', label: 'CPU metric', description: 'CPU usage, found by itself' },
  { value: 'promql', label: 'PromQL', description: 'Any expression' },
  { value: 'simulation', label: 'Simulation', description: 'Generated CPU usage with planted anomalies' },
];

const outputs: Array<{ value: QueryOutput; label: string; description: string }> = [
  { value: 'series', label: 'Series with band', description: 'Readings, forecast, band, scores' },
  { value: 'anomalies', label: 'Table of anomalies', description: 'One row per anomaly' },
  { value: 'forecast', label: 'Forecast only', description: 'Expected value and its interval' },
];

function withoutUnset<T extends object>(settings: T): Partial<T> {
  const set = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Partial<T>;
}

function sourceFields(query: ForebandQuery, { datasource }: Props, id: string, update: Update) {
  const { source, expr = '', metric, scenario = defaultScenario } = query;
  switch (source) {
    case 'metric':
      return (
        <MetricField
          id={`${id}-metric`}
          labelWidth={LABEL_WIDTH}
          value={metric}
          findCpuMetrics={datasource.findCpuMetrics}
          onChange={(next) => update({ metric: next })}
        />
      );
    case 'promql':
      return (
        <PromqlField
          id={`${id}-expr`}
          labelWidth={LABEL_WIDTH}
          value={expr}
          findProblem={(text) => datasource.findProblem(text)}
          onCommit={(next) => update({ expr: next })}
        />
      );
    case 'simulation':
      return (
        <ScenarioFields
          id={id}
          labelWidth={LABEL_WIDTH}
          value={scenario}
          onChange={(next) => update({ scenario: next })}
        />
      );
  }
}

type Update = (change: Partial<ForebandQuery>) => void;

/** Editor of a query: what to read, how to judge it, what to answer with. */
export function QueryEditor(props: Props) {
  const { datasource, onChange, onRunQuery } = props;
  const query = migrateQuery(props.query);
  const id = useId();
  const { defaultTrainingWindowMs = defaultSettings.trainingWindowMs } = datasource.options;
  const update: Update = (change) => {
    onChange({ ...query, ...change });
    onRunQuery();
  };
  return (
    <>
      <InlineFieldRow>
        <InlineField label="Source" tooltip="Where the readings come from." labelWidth={LABEL_WIDTH}>
          <RadioButtonGroup
            aria-label="Source"
            options={sources}
            value={query.source}
            onChange={(source) => update({ source })}
          />
        </InlineField>
      </InlineFieldRow>
      <InlineFieldRow>{sourceFields(query, props, id, update)}</InlineFieldRow>
      <LearningFields
        id={id}
        settings={query.settings}
        defaultTrainingWindowMs={defaultTrainingWindowMs}
        onChange={(change) => update({ settings: withoutUnset({ ...query.settings, ...change }) })}
        onReplace={(settings) => update({ settings })}
      />
      <LiveFields
        id={id}
        labelWidth={LABEL_WIDTH}
        value={query.live}
        stepMs={query.settings.stepMs}
        onChange={(live) => update({ live })}
      />
      <InlineFieldRow>
        <InlineField
          label="Output"
          tooltip="What the query answers with."
          htmlFor={`${id}-output`}
          labelWidth={LABEL_WIDTH}
        >
          <Select<QueryOutput>
            inputId={`${id}-output`}
            aria-label="Output"
            width={24}
            options={outputs}
            value={query.output}
            onChange={(choice) => update({ output: choice.value ?? 'series' })}
          />
        </InlineField>
        <DraftInput
          id={`${id}-legend`}
          label="Legend"
          tooltip="Name of a series; {{label}} stands for the value of a label."
          width={32}
          value={query.legendFormat ?? ''}
          placeholder="{{instance}}"
          problemOf={() => undefined}
          onCommit={(legendFormat) => update({ legendFormat: legendFormat === '' ? undefined : legendFormat })}
        />
      </InlineFieldRow>
    </>
  );
}
