import { adaptiveParameters, type AdaptiveState } from 'foreband-detector';

import { dailyTerms } from '../forecast/weekly.js';
import { keepWithin } from '../forecast/forecastExpression.js';
import { validityOf } from '../forecast/validity.js';
import { zoneShiftOf } from '../forecast/zoneShift.js';
import { call, chain, operate } from '../promql/build.js';
import type { Expression } from '../promql/expression.js';
import { RESIDUAL, YHAT } from './forecastRules.js';
import {
  ignoringForeband,
  lastRows,
  oneOf,
  quantity,
  record,
  recorded,
  recordSums,
  type GroupContext,
  type Quantity,
} from './groupContext.js';
import type { RecordingRule } from './ruleGroup.js';
import type { SeriesModel } from './ruleSource.js';

export const LEVEL = 'foreband:level';

/** The state of an adaptive model. */
export function stateOf({ fitted, labels }: SeriesModel): AdaptiveState {
  if (fitted.adaptive === null) {
    throw new Error(`not an adaptive model: ${JSON.stringify(labels)} (compile classic and adaptive models apart)`);
  }
  return fitted.adaptive.state;
}

/** How many rows a duration comes to: the nearest whole number, at least one. */
export function rowsOf({ stepMs }: Pick<GroupContext, 'stepMs'>, durationMs: number): number {
  return Math.max(1, Math.round(durationMs / stepMs));
}

/** What is usual for the series, as operands. */
export interface UsualQuantities {
  readonly scale: Quantity;
  readonly unrestMean: Quantity;
  readonly unrestUnit: Quantity;
  readonly biasUnit: Quantity;
  readonly threshold: Quantity;
  /** A deviation of less is never anomalous. */
  readonly least: Quantity;
}

/** The numbers of the models' states. */
export function usualQuantities(context: GroupContext): UsualQuantities {
  const { sustainedDeviations, biasScales, leastDeviation } = adaptiveParameters;
  const multiplier = context.settings.thresholdMultiplier;
  const of = (metric: string, valueOf: (series: SeriesModel) => number) => quantity(context, metric, valueOf);
  return {
    scale: of('foreband:scale', (one) => stateOf(one).scale),
    unrestMean: of('foreband:unrest_mean', (one) => stateOf(one).unrest?.mean ?? 0),
    unrestUnit: of('foreband:unrest_unit', (one) => (stateOf(one).unrest?.deviation ?? Infinity) * sustainedDeviations),
    biasUnit: of('foreband:bias_unit', (one) => (stateOf(one).biasScale ?? Infinity) * biasScales),
    threshold: of('foreband:threshold', (one) => (multiplier / 2) * stateOf(one).budget),
    least: of('foreband:least_deviation', ({ fitted }) => leastDeviation * fitted.model.scaling.yScale),
  };
}

/** yhat + level, kept within the bounds of the models. */
function boundedCenter(context: GroupContext, center: Expression): Expression {
  const { series } = context;
  const textOf = (one: SeriesModel) => JSON.stringify(one.fitted.model.bounds);
  const kinds = [...new Set(series.map(textOf))].map((text) => series.filter((one) => textOf(one) === text));
  return chain(
    'or',
    kinds.map((own) => {
      const bounded = keepWithin(center, own[0].fitted.model.bounds);
      return kinds.length === 1 ? bounded : operate(bounded, 'and', chain('or', own.map(oneOf)), ignoringForeband);
    }),
  );
}

/** The mean residual of the hours before; where that would leave the bounds it ends there. */
export function levelRule(context: GroupContext): RecordingRule {
  const residual = recorded(context, RESIDUAL);
  const nRows = rowsOf(context, adaptiveParameters.levelMs);
  const mean = call('avg_over_time', lastRows(context, residual, nRows, 1));
  const level = operate(mean, 'or', operate(residual, '*', 0));
  const yhat = recorded(context, YHAT);
  const isBounded = context.series.some(
    ({ fitted: { model } }) => model.bounds.lower !== null || model.bounds.upper !== null,
  );
  const expression = isBounded ? operate(boundedCenter(context, operate(yhat, '+', level)), '-', yhat) : level;
  return record(LEVEL, expression);
}

const recurring = { above: 'foreband:recurring_above', below: 'foreband:recurring_below' } as const;

/** The excursions that recur at the time of day, by side; none where no series has any. */
export function recurringRules({ series }: GroupContext): readonly RecordingRule[] {
  const isAny = series.some((one) => stateOf(one).recurring.above.length + stateOf(one).recurring.below.length > 0);
  if (!isAny) {
    return [];
  }
  return (['above', 'below'] as const).flatMap((side) =>
    recordSums(series, recurring[side], (one) => {
      const shift = zoneShiftOf(one.fitted.model.options.timeZone, validityOf(one.fitted));
      return dailyTerms(stateOf(one).recurring[side], shift);
    }),
  );
}

/** How far a distance is beyond what recurs at the time of day, on its side. */
export function beyondRecurring(context: GroupContext, distance: Expression, hasRecurring: boolean): Expression {
  if (!hasRecurring) {
    return call('abs', distance);
  }
  const above = call('clamp_min', operate(distance, '-', recorded(context, recurring.above)), 0);
  const below = call('clamp_min', operate(operate(distance, '*', -1), '-', recorded(context, recurring.below)), 0);
  return operate(above, '+', below);
}
