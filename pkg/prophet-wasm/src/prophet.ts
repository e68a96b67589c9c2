import type { Backend, KernelExports } from './kernel/bindings.js';
import { fitModel } from './fit/fitModel.js';
import type { Model } from './fit/model.js';
import { checkUnit } from './history/checkUnit.js';
import { isRegular } from './history/cleanHistory.js';
import type { History, RegularHistory } from './history/history.js';
import { createKernel } from './kernel/kernel.js';
import type { ProphetOptions } from './options/prophetOptions.js';
import type { Forecast } from './predict/forecast.js';
import type { FutureRows } from './predict/futureRows.js';
import { predictModel, type PredictOptions } from './predict/predictModel.js';
import { trendInterval, type TrendInterval } from './predict/trendInterval.js';
import { fitMany, type ManySeries } from './reuse/fitMany.js';
import { prepare, type Prepared } from './reuse/prepare.js';
import { prepareGrid, type PreparedGrid } from './reuse/prepareGrid.js';
import { createRollingFit, type RollingFit } from './reuse/rollingFit.js';

/** The model, ready to fit and predict. Remembers shapes of recent histories, no data. */
export interface Prophet {
  /** Which build of the kernel runs. */
  readonly backend: Backend;
  /**
   * Fits a model: the exact maximum of Prophet's posterior. Rows may come in any order; those with NaN are excluded.
   * @throws RangeError for options or data that cannot be used; the message names the value and the remedy.
   */
  fit(data: History, options?: ProphetOptions): Model;
  /**
   * Fits many series on the same times, such as one metric of a fleet; each model is the one `fit` would give to rounding.
   * @throws RangeError as `fit` does.
   */
  fitMany(series: ManySeries, options?: ProphetOptions): readonly Model[];
  /**
   * Checks a history once, to be fitted more than once: other options cost what they change. A regular one can be fitted
   * in part, too: its first rows, and without some.
   * @throws RangeError as `fit` does.
   */
  prepare(data: RegularHistory): PreparedGrid;
  prepare(data: History): Prepared;
  /**
   * Fits a window of fixed length over a regular series, which moves on with every new value: a model a value later costs
   * microseconds where the series is complete and the model has additive seasonalities and automatic changepoints alone.
   * @throws RangeError for a history without `start` and `stepMs`, or bad options.
   */
  roll(data: RegularHistory, options?: ProphetOptions): RollingFit;
  /**
   * Forecasts at the given times (epoch milliseconds, any order, past or future), or at rows with the further inputs that
   * the model needs: cap and floor, regressors, conditions. A row's forecast does not depend on the other rows asked for;
   * no rows give empty columns.
   * @throws RangeError for times that a `Date` could not hold, a missing input, an unknown option, or a bad
   * `intervalWidth`.
   */
  predict(model: Model, rows: FutureRows, options?: PredictOptions): Forecast;
  /**
   * The trend at the given times with an interval of its own: how far future rate changes may take it, noise aside. It
   * takes about a millisecond, so that `predict` leaves it out.
   * @throws RangeError as `predict` does.
   */
  trendInterval(model: Model, rows: FutureRows, options?: PredictOptions): TrendInterval;
}

/** Wraps a kernel instance. */
export function createProphet(backend: Backend, exports: KernelExports): Prophet {
  const kernel = createKernel(exports);
  function prepareAny(data: RegularHistory): PreparedGrid;
  function prepareAny(data: History): Prepared;
  function prepareAny(data: History): Prepared {
    return isRegular(data) ? prepareGrid(kernel, data) : prepare(kernel, data);
  }
  return {
    backend,
    fit(data, options) {
      checkUnit(data);
      return fitModel(kernel, data, options);
    },
    fitMany: (series, options) => fitMany(kernel, series, options),
    prepare: prepareAny,
    roll: (data, options) => createRollingFit(kernel, data, options),
    predict: (model, rows, options) => predictModel(kernel, model, rows, options),
    trendInterval: (model, rows, options) => trendInterval(kernel, model, rows, options),
  };
}
