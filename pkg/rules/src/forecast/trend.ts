import type { Model } from 'prophet-wasm';

import { call, holds, negate, now, operate, type Operand } from '../promql/build.js';
import type { Expression } from '../promql/expression.js';
import { scalarSum, type ScalarTerm } from './scalarSum.js';
import type { Validity } from './validity.js';

interface Straight {
  readonly slope: number;
  readonly value: number;
}

/**
 * The trend's straight sum of ramps in scaled units, as terms: a line through the training's end, and the bends within the time.
 * Until the first of those, the bends before have added up to one line.
 */
function rampTerms(
  { params, scaling, history }: Model,
  { start, end }: Validity,
  offset: number,
): readonly ScalarTerm[] {
  const { k, delta, tChange } = params;
  const { timeStart, timeScaleMs } = scaling;
  const momentOfBend = (t: number) => timeStart + t * timeScaleMs;
  const at = (time: number) => (time - timeStart) / timeScaleMs;
  const origin = history.end;
  const begin: Straight = { slope: k, value: offset + k * at(origin) };
  const line = tChange.reduce<Straight>(
    ({ slope, value }, t, i) =>
      momentOfBend(t) < start
        ? { slope: slope + delta[i], value: value + delta[i] * (at(origin) - t) }
        : { slope, value },
    begin,
  );
  const perSecond = 1000 / timeScaleMs;
  const bends = tChange.flatMap((t, i): readonly ScalarTerm[] => {
    const moment = momentOfBend(t);
    return delta[i] === 0 || moment < start || moment >= end
      ? []
      : [{ factor: delta[i] * perSecond, of: operate(sinceSeconds(moment), '*', holds(now(), '>=', moment / 1000)) }];
  });
  return [{ factor: line.value, of: null }, { factor: line.slope * perSecond, of: sinceSeconds(origin) }, ...bends];
}

function sinceSeconds(time: number): Expression {
  return operate(now(), '-', time / 1000);
}

function scaledBy(terms: readonly ScalarTerm[], scale: number): readonly ScalarTerm[] {
  return terms.map(({ factor, of }) => ({ factor: factor * scale, of }));
}

/** The floor of a model, in the unit of y; null where the rows of its history had each one of their own. */
export function floorOf({ options, scaling }: Pick<Model, 'options' | 'scaling'>): number | null {
  return options.growth === 'logistic' && scaling.hasFloor ? scaling.floor : scaling.yMin;
}

/**
 * The trend above its floor, in the unit of y: cap / (1 + exp(-exponent)) with logistic growth, else the sum of ramps (see
 * https://facebook.github.io/prophet/docs/saturating_forecasts.html and `prophet-wasm/assembly/forecast/trend.ts`).
 */
export function trendTerms(model: Model, validity: Validity): readonly ScalarTerm[] {
  const { options, params, scaling } = model;
  const { yScale, cap } = scaling;
  if (options.growth !== 'logistic') {
    return scaledBy(rampTerms(model, validity, params.m), yScale);
  }
  const exponent: Operand = scalarSum(rampTerms(model, validity, -params.k * params.m));
  const bend = call('scalar', call('exp', call('vector', negate(exponent))));
  const height = (cap ?? NaN) - (floorOf(model) ?? NaN);
  return [{ factor: 1, of: operate(height, '/', operate(1, '+', bend)) }];
}
