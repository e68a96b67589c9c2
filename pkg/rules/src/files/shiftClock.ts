import { operate } from '../promql/build.js';
import { mapExpression } from '../promql/mapExpression.js';
import type { RuleGroup } from '../group/ruleGroup.js';

/**
 * The rules as they have to read on a server whose clock is behind by so much: before version 3.9 promtool's tests begin in
 * 1970.
 * @param byMs milliseconds.
 */
export function shiftClock(group: RuleGroup, byMs: number): RuleGroup {
  const shifted = group.rules.map((rule) => ({
    ...rule,
    expression: mapExpression(rule.expression, (node) =>
      node.kind === 'call' && node.name === 'time' ? operate(node, '+', byMs / 1000) : node,
    ),
  }));
  return { ...group, rules: shifted };
}
