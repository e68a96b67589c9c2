import type { Model } from '../fit/model.js';
import { fitUntil, forecastOf, type Adaptation } from './adaptation.js';
import { noiseOf } from './noise.js';
import { withoutCycle } from './withoutCycle.js';

/** A sample this many noise deviations away has no part in the fit, unless more than this share of them are. */
const MAX_DEVIATIONS = 4;
const MOST_EXCLUDED = 0.25;
/** Refits that look at all rows anew. */
const REFITS = 2;

/** A fit without blocks and outliers. */
export interface TrimmedFit {
  readonly model: Model;
  /** 1 for rows that have no part in it. */
  readonly excluded: Uint8Array;
  /** Its forecast of the rows. */
  readonly yhat: Float64Array;
  /** Standard deviation of the noise about the last forecast but one, in the unit of y. */
  readonly noise: number;
}

/** Excludes blocks, and rows far from the start; then twice, instead, rows far from the forecast. */
export function trimmedFit(all: Adaptation): TrimmedFit {
  const { grid, analysis, isHoliday, least } = all;
  const n = grid.y.length;
  const residual = new Float64Array(n);
  const scratch = new Float64Array(n);
  let noise = 0;
  const farFrom = (values: Float64Array) => {
    noise = noiseOf(values, least, scratch);
    return farRows(values, noise, analysis.isBlock, isHoliday);
  };
  const cycle = all.cycle ?? analysis.period;
  let excluded = farFrom(cycle === null ? analysis.rest : withoutCycle(analysis.rest, cycle.periodMs, grid.stepMs));
  for (let refits = 0; ; refits++) {
    const fits = all.fitsWithout(excluded);
    const model = fitUntil(all, fits, n);
    if (model === null) {
      throw new RangeError('invalid window: no two samples are left (expected fewer excluded ones)');
    }
    if (refits === REFITS) {
      return { model, excluded, yhat: forecastOf(all, fits, model, 0, n), noise };
    }
    // Bounds would hide how far the fit is from the samples.
    const yhat = fits.yhat(model, 0, n);
    for (let i = 0; i < n; i++) {
      residual[i] = grid.y[i] - yhat[i];
    }
    excluded = farFrom(residual);
  }
}

/** 1 for rows in blocks, and for those that are far from 0 if they are not too many. */
function farRows(residual: Float64Array, noise: number, isBlock: Uint8Array, isHoliday: Uint8Array): Uint8Array {
  const limit = MAX_DEVIATIONS * noise;
  const excluded = isBlock.slice();
  let [nFar, nKnown] = [0, 0];
  for (let i = 0; i < residual.length; i++) {
    nKnown += Number.isNaN(residual[i]) ? 0 : 1;
    if (isHoliday[i] === 0 && Math.abs(residual[i]) > limit) {
      nFar++;
      excluded[i] = 1;
    }
  }
  return nFar > MOST_EXCLUDED * nKnown ? isBlock : excluded;
}
