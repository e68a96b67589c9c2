import { call, now, operate } from '../promql/build.js';
import { edgeTerms, forecastExpression } from '../forecast/forecastExpression.js';
import { validityOf } from '../forecast/validity.js';
import { withoutExclusions } from './exclusions.js';
import { ignoringForeband, record, recorded, recordOf, recordSums, type GroupContext } from './groupContext.js';
import type { RecordingRule } from './ruleGroup.js';
import type { SeriesModel } from './ruleSource.js';

/** Metrics of the forecast and of what is measured against it. */
export const YHAT = 'foreband:yhat';
export const Y = 'foreband:y';
export const RESIDUAL = 'foreband:residual';

const edges = { above: 'foreband:edge_above', below: 'foreband:edge_below' } as const;

/** The forecast of every series, until the rules expire. */
function yhatRules({ series, expires }: GroupContext): readonly RecordingRule[] {
  const isValid = operate(call('vector', now()), '<', expires / 1000);
  return series.map((one) => {
    const { fitted } = one;
    return recordOf(one, YHAT, operate(forecastExpression(fitted.model, validityOf(fitted)), 'and', isValid));
  });
}

/** The finite samples of the series that have a model. */
function yRule(context: GroupContext): RecordingRule {
  const written = { kind: 'written', text: context.expression } as const;
  const finite = operate(operate(written, '>', -Infinity), '<', Infinity);
  return record(Y, operate(finite, 'and', recorded(context, YHAT), ignoringForeband));
}

/** How much farther than yhat samples may lie; none where no model has any. */
function edgeRules({ series }: GroupContext): readonly RecordingRule[] {
  const termsOf = (side: 'above' | 'below') => (one: SeriesModel) =>
    edgeTerms(one.fitted.model, side, validityOf(one.fitted));
  const isAny = series.some((one) => termsOf('above')(one).length + termsOf('below')(one).length > 0);
  return isAny ? (['above', 'below'] as const).flatMap((side) => recordSums(series, edges[side], termsOf(side))) : [];
}

/** y - yhat; within the edges 0, beyond them what is beyond. Excluded rows have none, so that no window looks back on them. */
function residualRule(context: GroupContext, hasEdges: boolean): RecordingRule {
  const plain = operate(recorded(context, Y), '-', recorded(context, YHAT));
  const above = call('clamp_min', operate(plain, '-', recorded(context, edges.above)), 0);
  const below = call('clamp_max', operate(plain, '+', recorded(context, edges.below)), 0);
  return record(RESIDUAL, withoutExclusions(hasEdges ? operate(above, '+', below) : plain, context));
}

/** Rules that record forecast, samples and residuals. */
export function forecastRules(context: GroupContext): readonly RecordingRule[] {
  const wandering = context.series.some(({ fitted }) => fitted.adaptive !== null) ? edgeRules(context) : [];
  return [...yhatRules(context), yRule(context), ...wandering, residualRule(context, wandering.length > 0)];
}
