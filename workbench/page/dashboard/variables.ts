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
  return new SceneVariableSet({ variables: list.map(toVariable).filter((variable) => variable !== undefined) });
}

function toVariable(json: VariableJson): SceneVariable | undefined {
  const { name, label, description, hide } = json;
  const named = { name, label, description, hide: hide ?? VariableHide.dontHide };
  const value = json.current?.value ?? '';
  const text = json.current?.text ?? value;
  const many = {
    ...named,
    value,
    text,
    isMulti: json.multi,
    includeAll: json.includeAll,
    defaultToAll: json.includeAll,
    allValue: json.allValue ?? undefined,
  };
  const query = typeof json.query === 'string' ? json.query : '';
  switch (json.type) {
    case 'query':
      return new QueryVariable({
        ...many,
        datasource: json.datasource ?? null,
        query: isQuery(json.query) ? { refId: 'Variable', ...json.query } : query,
        regex: json.regex ?? '',
        refresh: json.refresh ?? VariableRefresh.onDashboardLoad,
        sort: json.sort ?? VariableSort.alphabeticalAsc,
      });
    case 'custom':
      return new CustomVariable({ ...many, query });
    case 'datasource':
      return new DataSourceVariable({ ...many, pluginId: query, regex: json.regex ?? '' });
    case 'interval':
      return new IntervalVariable({ ...named, value: String(value), intervals: query.split(',') });
    case 'constant':
      return new ConstantVariable({ ...named, value: query });
    case 'textbox':
      return new TextBoxVariable({ ...named, value: String(value || query) });
    case 'adhoc':
      return new AdHocFiltersVariable({
        ...named,
        datasource: json.datasource ?? null,
        filters: [...(json.filters ?? [])],
        applyMode: 'auto',
      });
    default:
      return undefined;
  }
}

const isQuery = (query: unknown): query is object => typeof query === 'object' && query !== null;
