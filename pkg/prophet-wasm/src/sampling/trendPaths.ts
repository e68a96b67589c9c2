import type { IntervalLaw } from '../kernel/predictRows.js';
import type { Draws } from './createDraws.js';

/** Writes what one sample of future rate changes adds to the trend's straight sum of ramps, in scaled units, at ascending times. */
export type TrendPaths = (sample: number, out: Float64Array) => void;

/** Which random numbers of a place: these are for rate changes, those of `predictiveSamples` for noise. */
const RATE_CHANGES = 0;

/**
 * Prophet's row-by-row sampler: after the history, rate changes come as a Poisson process with Laplace sizes. A path is
 * drawn change by change from the end of the history, so that it does not depend on the times asked for.
 * @param t Scaled times, ascending.
 */
export function createTrendPaths({ changeScale, changeRate }: IntervalLaw, t: Float64Array, draws: Draws): TrendPaths {
  return (sample, out) => {
    let n = 0;
    let next = Infinity;
    let size = 0;
    const drawChange = (after: number) => {
      const { first, second } = draws(n++, sample, 0, RATE_CHANGES);
      next = after - Math.log(first) / changeRate;
      size = laplace(second) * changeScale;
    };
    if (changeRate > 0) {
      drawChange(1);
    }
    let offset = 0;
    let rate = 0;
    let last = 1;
    for (let i = 0; i < t.length; i++) {
      for (; next < t[i]; drawChange(next)) {
        offset += rate * (next - last);
        last = next;
        rate += size;
      }
      out[i] = t[i] <= 1 ? 0 : offset + rate * (t[i] - last);
    }
  };
}

/** A Laplace variable of scale 1 from a uniform one. */
function laplace(uniform: number): number {
  return uniform < 0.5 ? Math.log(2 * uniform) : -Math.log(2 * (1 - uniform));
}
