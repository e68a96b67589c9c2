import type { Backend, KernelExports } from './bindings.js';
import { fitModel } from './fitModel.js';
import type { Forecast } from './forecast.js';
import type { History } from './history.js';
import { createKernel } from './marshal.js';
import type { Model } from './model.js';
import { predictModel, type PredictOptions } from './predictModel.js';
import type { ProphetOptions } from './prophetOptions.js';

/** The model, ready to fit and predict. Holds no data between calls. */
export interface Prophet {
  /** Which build of the kernel runs. */
  readonly backend: Backend;
  /**
   * Fits a model: the exact maximum of Prophet's posterior. Rows may come in any order; those with NaN are left out.
   * @throws RangeError for options or data that cannot be used; the message names the value and the remedy.
   */
  fit(data: History, options?: ProphetOptions): Model;
  /**
   * Forecasts at the given times (epoch milliseconds, any order, past or future). A row's forecast does not depend on
   * the other rows asked for; no rows give empty columns.
   * @throws RangeError for times that a `Date` could not hold, an unknown option, or a bad `intervalWidth`.
   */
  predict(model: Model, time: ArrayLike<number>, options?: PredictOptions): Forecast;
}

/** Wraps a kernel instance. */
export function createProphet(backend: Backend, exports: KernelExports): Prophet {
  const kernel = createKernel(exports);
  return {
    backend,
    fit: (data, options) => fitModel(kernel, data, options),
    predict: (model, time, options) => predictModel(kernel, model, time, options),
  };
}
