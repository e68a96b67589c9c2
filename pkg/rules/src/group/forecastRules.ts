import { call, now, operate } from '../promql/build.js';
import { edgeTerms, forecastExpression } from '../forecast/forecastExpression.js';
import { scalarSum } from '../forecast/scalarSum.js';
import { validityOf } from '../forecast/validity.js';
import { bySeries, ignoringForeband, recorded, type GroupContext } from './groupContext.js';
import type { RecordingRule } from './ruleGroup.js';

/** Metrics of the forecast and of what is measured against it. */
export const YHAT = 'foreband:yhat';
export const Y = 'foreband:y';
export const RESIDUAL = 'foreband:residual';

const edges = { above: 'foreband:edge_above', below: 'foreband:edge_below' } as const;

/** The forecast of every series, until the rules expire. */
function yhatRule({ series, expires }: GroupContext): RecordingRule {
  const forecast = bySeries(series, ({ fitted }, one) => forecastExpression(fitted.model, one, validityOf(fitted)));
  const isValid = operate(call('vector', now()), '<', expires / 1000);
  return { kind: 'recording', metric: YHAT, expression: operate(forecast, 'and', isValid, { by: 'on', labels: [] }) };
}

/** The finite samples of the series that have a model. */
function yRule(context: GroupContext): RecordingRule {
  const written = { kind: 'written', text: context.expression } as const;
  const finite = operate(operate(written, '>', -Infinity), '<', Infinity);
  return {
    kind: 'recording',
    metric: Y,
    expression: operate(finite, 'and', recorded(context, YHAT), ignoringForeband),
  };
}

/** How much farther than yhat samples may lie; none where no model has any. */
function edgeRules({ series }: GroupContext): readonly RecordingRule[] {
  const termsOf = (side: 'above' | 'below') =>
    series.map((one) => ({ one, terms: edgeTerms(one.fitted.model, side, validityOf(one.fitted)) }));
  const sides = { above: termsOf('above'), below: termsOf('below') };
  if ([...sides.above, ...sides.below].every(({ terms }) => terms.length === 0)) {
    return [];
  }
  return (['above', 'below'] as const).map((side) => ({
    kind: 'recording',
    metric: edges[side],
    expression: bySeries(series, (one, vector) =>
      operate(vector, '*', scalarSum(sides[side].find((row) => row.one === one)?.terms ?? [])),
    ),
  }));
}

/** y - yhat; within the edges 0, beyond them what is beyond. */
function residualRule(context: GroupContext, hasEdges: boolean): RecordingRule {
  const plain = operate(recorded(context, Y), '-', recorded(context, YHAT));
  const above = call('clamp_min', operate(plain, '-', recorded(context, edges.above)), 0);
  const below = call('clamp_max', operate(plain, '+', recorded(context, edges.below)), 0);
  return { kind: 'recording', metric: RESIDUAL, expression: hasEdges ? operate(above, '+', below) : plain };
}

/** Rules that record forecast, samples and residuals. */
export function forecastRules(context: GroupContext): readonly RecordingRule[] {
  const wandering = context.series.some(({ fitted }) => fitted.adaptive !== null) ? edgeRules(context) : [];
  return [yhatRule(context), yRule(context), ...wandering, residualRule(context, wandering.length > 0)];
}
