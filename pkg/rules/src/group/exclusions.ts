import type { TimeSpan } from 'foreband-detector';
import { excludedSpans } from 'foreband-engine';

import { call, chain, holds, now, operate } from '../promql/build.js';
import type { Expression } from '../promql/expression.js';

import type { GroupContext } from './groupContext.js';

/** Before rules expire they are renewed, and their score looks back on hours: older spans matter to nobody. */
const REACH_MS = 9 * 86_400_000;

function isIn({ start, end }: TimeSpan): Expression {
  return operate(holds(now(), '>=', start / 1000), '*', holds(now(), '<=', end / 1000));
}

/** The rows without those of excluded spans, dated ones and maintenance that returns, until the rules expire. */
export function withoutExclusions(rows: Expression, { settings, expires }: GroupContext): Expression {
  const reach = { start: expires - REACH_MS, end: expires };
  const spans = excludedSpans(settings, reach).filter(({ start, end }) => start < reach.end && end > reach.start);
  if (spans.length === 0) {
    return rows;
  }
  const excluded = operate(call('vector', chain('+', spans.map(isIn))), '>', 0);
  return operate(rows, 'unless', excluded, { by: 'on', labels: [] });
}
