import type { AdHocVariableFilter } from '@grafana/data';

import { alternatives } from './escapeRegex';
import type { Matcher } from './matcher';

function valuesOf({ value, values }: AdHocVariableFilter): readonly string[] {
  return values !== undefined && values.length > 0 ? values : [value];
}

function matcherOf(filter: AdHocVariableFilter): Matcher | undefined {
  const { key: label, operator, value } = filter;
  switch (operator) {
    case '=':
    case '!=':
    case '=~':
    case '!~':
      return { label, operator, value };
    case '=|':
      return { label, operator: '=~', value: alternatives(valuesOf(filter)) };
    case '!=|':
      return { label, operator: '!~', value: alternatives(valuesOf(filter)) };
    default:
      return undefined;
  }
}

/**
 * Grafana's ad hoc filters as matchers. A filter without a label is one still being chosen and is left out.
 * @throws Error for an operator that Prometheus has no matcher for.
 */
export function filterMatchers(filters: readonly AdHocVariableFilter[]): Matcher[] {
  return filters
    .filter(({ key }) => key !== '')
    .map((filter) => {
      const matcher = matcherOf(filter);
      if (matcher === undefined) {
        throw new Error(
          `The filter ${filter.key} ${filter.operator} ${filter.value} has no counterpart in PromQL; use =, !=, =~ or !~.`,
        );
      }
      return matcher;
    });
}
