import type { AdHocVariableFilter, MetricFindValue } from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';

import { filterMatchers, formatSelector, type PrometheusClient } from 'foreband-prometheus';

/** The inputs of an ad hoc filter's choices. */
export interface TagScope {
  /** The dashboard's other filters. */
  readonly filters?: readonly AdHocVariableFilter[];
  readonly span?: TimeSpan;
}

const toChoice = (text: string): MetricFindValue => ({ text, value: text });

// Prometheus refuses a selector that every series might match, such as one of negations alone.
function selectorOf(filters: readonly AdHocVariableFilter[]): string | undefined {
  const matchers = filterMatchers(filters);
  return matchers.length === 0
    ? undefined
    : formatSelector([{ label: '__name__', operator: '=~', value: '.+' }, ...matchers]);
}

/** Labels to filter by, among the series that the other filters leave. */
export async function findTagKeys(
  client: Pick<PrometheusClient, 'labelNames'>,
  { filters = [], span }: TagScope,
): Promise<MetricFindValue[]> {
  const names = await client.labelNames({ selector: selectorOf(filters), span });
  return names.filter((name) => name !== '__name__').map(toChoice);
}

/** Values of a label, among the series that the filters on other labels leave. */
export async function findTagValues(
  client: Pick<PrometheusClient, 'labelValues'>,
  key: string,
  { filters = [], span }: TagScope,
): Promise<MetricFindValue[]> {
  const others = filters.filter((filter) => filter.key !== key);
  return (await client.labelValues(key, { selector: selectorOf(others), span })).map(toChoice);
}
