import type { Model } from '../fit/model.js';
import type { Mode } from '../options/prophetOptions.js';

/** Effect of a regressor on the forecast, in the unit of its own column. */
export interface RegressorCoefficient {
  /** Name of the regressor. */
  readonly regressor: string;
  readonly mode: Mode;
  /** The value at which it has no effect: its mean over the history; 0 where it was not standardised. */
  readonly center: number;
  /**
   * Effect of one unit more: in data units where additive, as a share of the trend above its floor where multiplicative.
   */
  readonly coef: number;
}

/**
 * The coefficients of a model's regressors in the units of the caller, in the order of the option; none gives none. The
 * component of a regressor is `coef` (x - `center`).
 */
export function regressorCoefficients({
  regressors,
  options,
  params,
  scaling,
}: Model): readonly RegressorCoefficient[] {
  const beta = params.beta.slice(params.beta.length - options.steps.length - regressors.length);
  return regressors.map(({ name, mode, mean, deviation }, i) => ({
    regressor: name,
    mode,
    center: mean,
    coef: ((mode === 'additive' ? scaling.yScale : 1) * beta[i]) / deviation,
  }));
}
