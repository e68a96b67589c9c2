import { alternatives } from './escapeRegex.js';
import type { Matcher } from './matcher.js';

/** A condition on a label as dashboards state it: an operator of PromQL, or `=|` and `!=|` for one of several values. */
export interface LabelFilter {
  readonly key: string;
  readonly operator: string;
  readonly value: string;
  /** The values of `=|` and `!=|`. */
  readonly values?: readonly string[];
}

function valuesOf({ value, values }: LabelFilter): readonly string[] {
  return values !== undefined && values.length > 0 ? values : [value];
}

function matcherOf(filter: LabelFilter): Matcher | undefined {
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
 * A dashboard's filters as matchers. A filter without a label is one still being chosen and is left out.
 * @throws Error for an operator that Prometheus has no matcher for.
 */
export function filterMatchers(filters: readonly LabelFilter[]): Matcher[] {
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
