import { Identifier, parser, VectorSelector } from '@prometheus-io/lezer-promql';

import { findSyntaxProblem } from './findSyntaxProblem.js';

const COUNTER_NAME = /_(?:total|count|sum|bucket)$/;

/** The rate of an expression that is nothing but a selector of a metric named like a counter, else undefined. */
export function offerRate(expr: string): string | undefined {
  if (findSyntaxProblem(expr) !== undefined) {
    return undefined;
  }
  const selector = parser.parse(expr).topNode.getChild(VectorSelector);
  const name = selector?.getChild(Identifier);
  const isCounter = name != null && COUNTER_NAME.test(expr.slice(name.from, name.to));
  return isCounter ? `rate(${expr.trim()}[$__rate_interval])` : undefined;
}
