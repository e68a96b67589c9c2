import type { Mode } from '../options/prophetOptions.js';
import type { Model } from './model.js';

/** What a regressor does, in the units of the data. */
export interface RegressorCoefficient {
  readonly name: string;
  readonly mode: Mode;
  /** The value at which the regressor has no effect: the mean of the history, or 0 where it was not standardised. */
  readonly centre: number;
  /**
   * Effect of one unit of the regressor above `centre`: in units of y where it is additive, else as a share of the trend
   * above its floor.
   */
  readonly coefficient: number;
}

/** The coefficients of a model's regressors, in the order of the option; none without regressors. */
export function regressorCoefficients({
  params,
  scaling,
  regressors,
  ...model
}: Model): readonly RegressorCoefficient[] {
  const nSeasonal = model.seasonalities.reduce((sum, { fourierOrder }) => sum + 2 * fourierOrder, 0);
  const first = nSeasonal + model.holidays.length;
  return regressors.map(({ name, mode, mean, deviation }, i) => {
    const unit = mode === 'additive' ? scaling.yScale : 1;
    return { name, mode, centre: mean, coefficient: (params.beta[first + i] * unit) / deviation };
  });
}
