import type { Model } from '../fit/model.js';
import type { IntervalLaw } from '../kernel/predictRows.js';
import { parseIntervalWidth } from '../options/parseOptions.js';

/** Added to the mean size of rate changes, as in Prophet, so that no change is impossible. */
const LEAST_CHANGE = 1e-8;

/**
 * Prophet expects the future to bend as the past did: as many rate changes in a length of the history as there are
 * changepoints, of a Laplace law with the mean size of the fitted ones. A flat trend does not bend.
 * @throws RangeError for a bad `intervalWidth`.
 */
export function intervalLaw(model: Model, intervalWidth: number = model.options.intervalWidth): IntervalLaw {
  const { delta, sigmaObs } = model.params;
  const meanChange = delta.reduce((sum, change) => sum + Math.abs(change), 0) / delta.length;
  return {
    sigma: sigmaObs,
    changeScale: meanChange + LEAST_CHANGE,
    changeRate: model.options.growth === 'flat' ? 0 : delta.length,
    intervalWidth: parseIntervalWidth(intervalWidth),
  };
}
