import { LabelMatchers, parser, VectorSelector } from '@prometheus-io/lezer-promql';

import { formatMatcher, type Matcher } from './matcher.js';
import { findSyntaxProblem } from './findSyntaxProblem.js';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function insertionFor(expr: string, from: number, to: number, conditions: string): Insertion {
  const inside = expr.slice(from + 1, to - 1);
  const isEmpty = inside.trim() === '';
  // A comma before the brace is allowed, and then there must not be a second one.
  const hasComma = inside.trimEnd().endsWith(',');
  return { at: to - 1, text: isEmpty || hasComma ? conditions : `,${conditions}` };
}

/**
 * An expression with these conditions on every one of its selectors.
 * @throws Error where the expression cannot be parsed: without that nobody knows which text is a selector.
 */
export function addMatchers(expr: string, matchers: readonly Matcher[]): string {
  if (matchers.length === 0) {
    return expr;
  }
  const problem = findSyntaxProblem(expr);
  if (problem !== undefined) {
    throw new Error(
      `The filters cannot be added: this is not PromQL at character ${problem.position + 1}, near "${problem.near}".`,
    );
  }
  const conditions = matchers.map(formatMatcher).join(',');
  const insertions: Insertion[] = [];
  parser.parse(expr).iterate({
    enter({ type, node, to }) {
      if (type.id === VectorSelector) {
        const braces = node.getChild(LabelMatchers);
        insertions.push(
          braces === null
            ? { at: to, text: `{${conditions}}` }
            : insertionFor(expr, braces.from, braces.to, conditions),
        );
      }
    },
  });
  return insertions
    .sort((left, right) => right.at - left.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), expr);
}
