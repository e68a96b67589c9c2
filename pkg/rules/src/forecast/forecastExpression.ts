import type { Model } from 'prophet-wasm';

import { call, operate, type Operand } from '../promql/build.js';
import type { Expression } from '../promql/expression.js';
import { holidayTerms } from './holidays.js';
import { scalarSum, since, type ScalarTerm } from './scalarSum.js';
import { floorOf, trendTerms } from './trend.js';
import type { Validity } from './validity.js';
import { waveTerms } from './waves.js';
import { weeklyTerms } from './weekly.js';
import { zoneShiftOf, type ZoneShift } from './zoneShift.js';

/** A model's steps while rules are valid: those before are part of the constant. */
function stepTerms({ options, params, scaling }: Model, validity: Validity): readonly ScalarTerm[] {
  const first = params.beta.length - options.steps.length;
  return options.steps.flatMap(({ time }, i) => {
    const factor = scaling.yScale * params.beta[first + i];
    if (time >= validity.end) {
      return [];
    }
    return [time < validity.start ? { factor, of: null } : since(factor, time)];
  });
}

function termsOf(
  model: Model,
  mode: 'additive' | 'multiplicative',
  shift: ZoneShift,
  validity: Validity,
  scale: number,
) {
  const holidays = model.options.holidaysMode === mode ? holidayTerms(model, shift, validity, scale) : [];
  return [...waveTerms(model, mode, shift, scale), ...holidays];
}

/** yhat before bounds and what recurs: trend (1 + multiplicative terms) + floor + additive terms. */
function plainForecast(model: Model, shift: ZoneShift, validity: Validity): Operand {
  const trend = trendTerms(model, validity);
  const multiplicative = termsOf(model, 'multiplicative', shift, validity, 1);
  const level: readonly ScalarTerm[] =
    multiplicative.length === 0
      ? trend
      : [
          {
            factor: 1,
            of: operate(scalarSum(trend), '*', scalarSum([{ factor: 1, of: null }, ...multiplicative])),
          },
        ];
  const floor = { factor: floorOf(model) ?? NaN, of: null };
  const additive = termsOf(model, 'additive', shift, validity, model.scaling.yScale);
  return scalarSum([...level, floor, ...stepTerms(model, validity), ...additive]);
}

/** A vector kept within bounds; `lower` and `upper` null for none. */
export function keepWithin(vector: Expression, { lower, upper }: Model['bounds']): Expression {
  if (lower !== null && upper !== null) {
    return call('clamp', vector, lower, upper);
  }
  if (lower !== null) {
    return call('clamp_min', vector, lower);
  }
  return upper === null ? vector : call('clamp_max', vector, upper);
}

/** A model's point forecast while its rules are valid, as a vector of one series without labels. */
export function forecastExpression(model: Model, validity: Validity): Expression {
  const shift = zoneShiftOf(model.options.timeZone, validity);
  const { bounds, recurring } = model;
  const plain = keepWithin(call('vector', plainForecast(model, shift, validity)), bounds);
  const runs = recurring === null ? [] : weeklyTerms(recurring.slotMs, recurring.runs, shift);
  return runs.length === 0 ? plain : keepWithin(operate(plain, '+', scalarSum(runs)), bounds);
}

/** How much farther than yhat samples may lie on one side, in the unit of the series: see `edgesAt` of prophet-wasm. */
export function edgeTerms(model: Model, side: 'above' | 'below', validity: Validity): readonly ScalarTerm[] {
  const { recurring, options, params, scaling } = model;
  const shift = zoneShiftOf(options.timeZone, validity);
  const own = recurring?.edges.filter((edge) => edge.side === side) ?? [];
  const first = params.beta.length - options.steps.length;
  const unsettled = options.steps.flatMap(({ time, isSettled }, i): readonly ScalarTerm[] => {
    const size = scaling.yScale * params.beta[first + i];
    const isOnSide = size > 0 === (side === 'below');
    return isSettled || !isOnSide || time >= validity.end ? [] : [since(Math.abs(size), time)];
  });
  return [...(recurring === null ? [] : weeklyTerms(recurring.slotMs, own, shift)), ...unsettled];
}
