import { call, chain, operate } from '../promql/build.js';
import type { Expression } from '../promql/expression.js';
import { withoutExclusions } from './exclusions.js';
import { RESIDUAL, Y } from './forecastRules.js';
import { record, recorded, type GroupContext } from './groupContext.js';
import type { RecordingRule } from './ruleGroup.js';
import type { Scoring } from './scoring.js';

/** The rows of anomalies, with what severities are classes of, at least 1; others are 0. */
export const ANOMALY = 'foreband:anomaly';

/** Rows that pass every filter but exclusions and limits: see `filterPoints` of foreband-detector. */
function filtered({ settings, ...context }: GroupContext, { outside, size, expected, side }: Scoring): Expression {
  const { minDeviationAbsolute, minDeviationRelative, direction, normalMin, normalMax } = settings;
  const y = recorded(context, Y);
  let rows = outside;
  if (minDeviationAbsolute > 0) {
    rows = operate(rows, 'and', operate(size, '>', minDeviationAbsolute));
  }
  if (minDeviationRelative > 0) {
    const least = operate(call('abs', expected), '*', minDeviationRelative);
    rows = operate(rows, 'and', operate(size, '>', least));
  }
  if (direction !== 'both') {
    rows = operate(rows, 'and', side(direction));
  }
  if (normalMin !== null || normalMax !== null) {
    const normal = operate(operate(y, '>=', normalMin ?? -Infinity), '<=', normalMax ?? Infinity);
    rows = operate(rows, 'unless', normal);
  }
  return rows;
}

/** Rows beyond a limit; null where there are no limits. */
function beyondLimits({ settings, ...context }: GroupContext): Expression | null {
  const { limitMin, limitMax } = settings;
  const y = recorded(context, Y);
  const sides = [
    ...(limitMin === null ? [] : [operate(y, '<', limitMin)]),
    ...(limitMax === null ? [] : [operate(y, '>', limitMax)]),
  ];
  return sides.length === 0 ? null : chain('or', sides);
}

/** Whether rows that are anomalous by their score may be suppressed. */
export function hasFilters({ settings }: Pick<GroupContext, 'settings'>): boolean {
  const { minDeviationAbsolute, minDeviationRelative, direction, normalMin, normalMax } = settings;
  return (
    minDeviationAbsolute > 0 ||
    minDeviationRelative > 0 ||
    direction !== 'both' ||
    normalMin !== null ||
    normalMax !== null
  );
}

/** Records the anomalies after all filters. */
export function anomalyRule(context: GroupContext, scoring: Scoring, score: Expression): RecordingRule {
  const limits = beyondLimits(context);
  const inside = filtered(context, scoring);
  const rows = limits === null ? inside : operate(inside, 'or', operate(score, 'and', limits));
  const anomalies = call('clamp_min', scoring.inSeverities(withoutExclusions(rows, context)), 1);
  const others = operate(recorded(context, RESIDUAL), '*', 0);
  return record(ANOMALY, operate(anomalies, 'or', others));
}
