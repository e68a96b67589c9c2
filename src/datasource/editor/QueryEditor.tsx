import { useId, useMemo } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { CollapsableSection, InlineField, InlineFieldRow, RadioButtonGroup, Select } from '@grafana/ui';

import { defaultSettings, type PartialSettings } from 'foreband-engine';

import { InheritedSettings } from '../../settings/inheritedValue';
import { SettingsPane } from '../../settings/SettingsPane';

import type { ForebandDataSource } from '../ForebandDataSource';
import { migrateQuery } from '../migrateQuery';
import type { ForebandOptions } from '../options';
import { defaultScenario, type ForebandQuery, type QueryOutput, type QuerySource } from '../query';

import { DraftInput } from './DraftInput';
import { LiveFields } from './LiveFields';
import { MetricField } from './MetricField';
import { PromqlField } from './PromqlField';
import { ScenarioFields } from './ScenarioFields';

type Props = QueryEditorProps<ForebandDataSource, ForebandQuery, ForebandOptions>;

const LABEL_WIDTH = 18;

const sources: Array<{ value: QuerySource; label: string; description: string }> = [
  { value: 'metric', label: 'CPU metric', description: 'CPU usage, found automatically' },
  { value: 'promql', label: 'PromQL', description: 'Any expression' },
  { value: 'simulation', label: 'Simulation', description: 'Generated CPU usage with planted anomalies' },
];

const outputs: Array<{ value: QueryOutput; label: string; description: string }> = [
  { value: 'series', label: 'Series with band', description: 'Samples, forecast, band, scores' },
  { value: 'anomalies', label: 'Table of anomalies', description: 'One row per anomaly' },
  { value: 'forecast', label: 'Forecast only', description: 'Expected value and its interval' },
];

function overrideLabel(settings: PartialSettings): string {
  const count = Object.keys(settings).length;
  return count === 0 ? 'Detection settings' : `Detection settings (${count} set)`;
}

/** The settings where the query sets nothing: the defaults, and the data source's training window. */
function useInherited(trainingWindowMs: number | undefined): InheritedSettings {
  return useMemo(
    () =>
      trainingWindowMs === undefined
        ? new InheritedSettings(defaultSettings, () => 'default')
        : new InheritedSettings({ ...defaultSettings, trainingWindowMs }, (name) =>
            name === 'trainingWindowMs' ? 'dataSource' : 'default',
          ),
    [trainingWindowMs],
  );
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

/** Editor of a query: what to read, how to score it, what to answer with. */
export function QueryEditor(props: Props) {
  const { datasource, onChange, onRunQuery } = props;
  const query = migrateQuery(props.query);
  const id = useId();
  const inherited = useInherited(datasource.options.defaultTrainingWindowMs);
  const update: Update = (change) => {
    onChange({ ...query, ...change });
    onRunQuery();
  };
  return (
    <>
      <InlineFieldRow>
        <InlineField label="Source" tooltip="Source of the samples." labelWidth={LABEL_WIDTH}>
          <RadioButtonGroup
            aria-label="Source"
            options={sources}
            value={query.source}
            onChange={(source) => update({ source })}
          />
        </InlineField>
      </InlineFieldRow>
      <InlineFieldRow>{sourceFields(query, props, id, update)}</InlineFieldRow>
      <CollapsableSection label={overrideLabel(query.settings)} isOpen={false}>
        <SettingsPane
          settings={query.settings}
          inherited={inherited}
          onChange={(change) => update({ settings: change(query.settings) })}
        />
      </CollapsableSection>
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
          tooltip="Form of the query's answer."
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
