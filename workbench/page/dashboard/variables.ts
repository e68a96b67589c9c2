import { VariableHide, VariableRefresh, VariableSort } from '@grafana/data';
import {
  AdHocFiltersVariable,
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  IntervalVariable,
  QueryVariable,
  SceneVariableSet,
  TextBoxVariable,
  type SceneVariable,
} from '@grafana/scenes';
import type { VariableJson } from './dashboardJson';

/** The dashboard's variables as scene variables; a kind that the workbench does not know is left out. */
export function toVariableSet(list: readonly VariableJson[]): SceneVariableSet {
  const variables = list.flatMap((json) => {
    const make = MAKERS[json.type];
    return make === undefined ? [] : [make(json)];
  });
  return new SceneVariableSet({ variables });
}

const MAKERS: Readonly<Record<string, ((json: VariableJson) => SceneVariable) | undefined>> = {
  query: (json) =>
    new QueryVariable({
      ...choosable(json),
      datasource: json.datasource ?? null,
      query: isQuery(json.query) ? { refId: 'Variable', ...json.query } : queryText(json),
      regex: json.regex ?? '',
      refresh: json.refresh ?? VariableRefresh.onDashboardLoad,
      sort: json.sort ?? VariableSort.alphabeticalAsc,
    }),
  custom: (json) => new CustomVariable({ ...choosable(json), query: queryText(json) }),
  datasource: (json) =>
    new DataSourceVariable({ ...choosable(json), pluginId: queryText(json), regex: json.regex ?? '' }),
  interval: (json) =>
    new IntervalVariable({ ...named(json), value: String(currentOf(json)), intervals: queryText(json).split(',') }),
  constant: (json) => new ConstantVariable({ ...named(json), value: queryText(json) }),
  textbox: (json) => new TextBoxVariable({ ...named(json), value: String(currentOf(json) || queryText(json)) }),
  adhoc: (json) =>
    new AdHocFiltersVariable({
      ...named(json),
      datasource: json.datasource ?? null,
      filters: [...(json.filters ?? [])],
      applyMode: 'auto',
    }),
};

const named = ({ name, label, description, hide = VariableHide.dontHide }: VariableJson) => ({
  name,
  label,
  description,
  hide,
});

const currentOf = (json: VariableJson) => json.current?.value ?? '';

const queryText = ({ query }: VariableJson): string => (typeof query === 'string' ? query : '');

/** The common part of variables with a list of values. */
const choosable = (json: VariableJson) => ({
  ...named(json),
  value: currentOf(json),
  text: json.current?.text ?? currentOf(json),
  isMulti: json.multi,
  includeAll: json.includeAll,
  defaultToAll: json.includeAll,
  allValue: json.allValue ?? undefined,
});

const isQuery = (query: unknown): query is object => typeof query === 'object' && query !== null;
