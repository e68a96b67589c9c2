import type { MetricFindValue } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { TimeSpan } from 'foreband-detector';

import { type FillText, fillVariables, isRecord, type PrometheusClient, textAt } from 'foreband-prometheus';

/** The list of a dashboard variable. */
export type VariableKind = 'labelNames' | 'labelValues' | 'metrics';

/** Query of a dashboard variable. */
export interface ForebandVariableQuery extends DataQuery {
  kind: VariableKind;
  /** The label whose values are listed, for `labelValues`. */
  label?: string;
  /** Series to look at, for instance `up{job="node"}`; default all. */
  selector?: string;
  /** Regular expression a metric's name must match somewhere, for `metrics`; default all. */
  pattern?: string;
}

/** The first state of a new variable. */
export const defaultVariableQuery: ForebandVariableQuery = {
  refId: 'variable',
  kind: 'labelValues',
  label: 'instance',
};

const kinds: readonly VariableKind[] = ['labelNames', 'labelValues', 'metrics'];

// The texts that dashboards made for Grafana's Prometheus hold: https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/
function readPrometheusText(text: string): Omit<ForebandVariableQuery, 'refId'> | undefined {
  const values = /^label_values\((?:(.+),)?\s*([^\s,()]+)\s*\)$/s.exec(text);
  if (values !== null) {
    const [, selector, label] = values;
    return { kind: 'labelValues', label, ...(selector === undefined ? {} : { selector: selector.trim() }) };
  }
  const names = /^label_names\((.*)\)$/s.exec(text);
  if (names !== null) {
    return { kind: 'labelNames', ...(names[1].trim() === '' ? {} : { selector: names[1].trim() }) };
  }
  const metrics = /^metrics\((.*)\)$/s.exec(text);
  return metrics === null ? undefined : { kind: 'metrics', pattern: metrics[1].trim() };
}

/** A variable's query of any origin: today's, or `label_values(...)`, `label_names()`, `metrics(...)` as text. */
export function migrateVariableQuery(stored: unknown): ForebandVariableQuery {
  const fields = isRecord(stored) ? stored : {};
  const refId = textAt(fields, 'refId') ?? defaultVariableQuery.refId;
  const text = typeof stored === 'string' ? stored : textAt(fields, 'query');
  const fromText = text === undefined ? undefined : readPrometheusText(text.trim());
  if (fromText !== undefined) {
    return { refId, ...fromText };
  }
  const kind = kinds.find((known) => known === fields.kind);
  if (kind === undefined) {
    return { ...defaultVariableQuery, refId };
  }
  const [label, selector, pattern] = ['label', 'selector', 'pattern'].map((field) => textAt(fields, field));
  return {
    refId,
    kind,
    ...(label === undefined ? {} : { label }),
    ...(selector === undefined ? {} : { selector }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** A variable's query in a line. */
export function describeVariableQuery({ kind, label = '', selector, pattern = '' }: ForebandVariableQuery): string {
  switch (kind) {
    case 'labelNames':
      return `label_names(${selector ?? ''})`;
    case 'labelValues':
      return selector === undefined ? `label_values(${label})` : `label_values(${selector}, ${label})`;
    case 'metrics':
      return `metrics(${pattern})`;
  }
}

function listOf(
  client: Pick<PrometheusClient, 'labelNames' | 'labelValues'>,
  query: ForebandVariableQuery,
  scope: { readonly span: TimeSpan; readonly selector?: string },
): Promise<string[]> {
  switch (query.kind) {
    case 'labelNames':
      return client.labelNames(scope);
    case 'labelValues':
      return query.label === undefined ? Promise.resolve([]) : client.labelValues(query.label, scope);
    case 'metrics':
      return client.labelValues('__name__', scope);
  }
}

/**
 * The values of a dashboard variable.
 * @throws PrometheusError, or SyntaxError for a pattern that is no regular expression.
 */
export async function answerVariable(
  client: Pick<PrometheusClient, 'labelNames' | 'labelValues'>,
  query: ForebandVariableQuery,
  scope: { readonly span: TimeSpan; readonly fillText: FillText },
): Promise<MetricFindValue[]> {
  const { span, fillText } = scope;
  const selector = query.selector === undefined ? undefined : fillVariables(query.selector, fillText);
  const label = query.label === undefined ? undefined : fillText(query.label, String);
  const pattern = new RegExp(query.kind === 'metrics' ? fillText(query.pattern ?? '', String) : '');
  const texts = await listOf(client, { ...query, label }, { span, selector });
  return texts.filter((text) => pattern.test(text)).map((text) => ({ text, value: text }));
}
