import type { DataSourcePluginOptionsEditorProps, QueryEditorProps } from '@grafana/data';
import { DataSourceHttpSettings, InlineField, Input, TextArea } from '@grafana/ui';
import { useEffect, useState } from 'react';
import type { PrometheusDataSource } from './PrometheusDataSource';
import type { PrometheusQuery } from './prometheusQuery';

/** Query editor of the Prometheus stand-in: expression and legend. */
export function PrometheusQueryEditor(props: QueryEditorProps<PrometheusDataSource, PrometheusQuery>) {
  const { query, onChange, onRunQuery } = props;
  const [expr, setExpr] = useState(query.expr ?? '');
  useEffect(() => setExpr(query.expr ?? ''), [query.expr]);
  const commit = () => {
    onChange({ ...query, expr });
    onRunQuery();
  };
  return (
    <>
      <InlineField label="PromQL" labelWidth={14} grow>
        <TextArea
          aria-label="PromQL"
          rows={2}
          value={expr}
          onChange={(event) => setExpr(event.currentTarget.value)}
          onBlur={commit}
        />
      </InlineField>
      <InlineField label="Legend" labelWidth={14}>
        <Input
          aria-label="Legend"
          defaultValue={query.legendFormat}
          onBlur={(event) => {
            onChange({ ...query, legendFormat: event.currentTarget.value });
            onRunQuery();
          }}
        />
      </InlineField>
    </>
  );
}

/** Config editor of the Prometheus stand-in: connection and authentication. */
export function PrometheusConfigEditor({ options, onOptionsChange }: DataSourcePluginOptionsEditorProps) {
  return (
    <DataSourceHttpSettings
      defaultUrl="http://localhost:9090"
      dataSourceConfig={options}
      showAccessOptions={false}
      onChange={onOptionsChange}
    />
  );
}
