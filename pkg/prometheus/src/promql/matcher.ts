import { quoteString } from './stringLiteral.js';

/** How a matcher compares. */
export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One condition of a selector. */
export interface Matcher {
  readonly label: string;
  readonly operator: MatchOperator;
  /** The text or the regular expression, unescaped. */
  readonly value: string;
}

const LEGACY_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** A label's name as it stands in PromQL: quoted where it has characters that only Prometheus 3 allows. */
export function labelName(label: string): string {
  return LEGACY_NAME.test(label) ? label : quoteString(label);
}

/** A matcher as PromQL. */
export function formatMatcher({ label, operator, value }: Matcher): string {
  return `${labelName(label)}${operator}${quoteString(value)}`;
}

/** A selector of these matchers alone, for instance `{job="node"}`. */
export function formatSelector(matchers: readonly Matcher[]): string {
  return `{${matchers.map(formatMatcher).join(',')}}`;
}
