import { bandOf } from './band.js';
import { branchCodes } from './branch.js';
import { sideOf } from './filterPoints.js';
import type { ObservedRows, Scoring } from './scoredRows.js';
import { thresholdOf } from './threshold.js';

// Keeps the quotient finite where the interval has no width; part of the original detector's formula, there for values of
// size 1.
const WIDTH_FLOOR = 1e-8;

// Of the scale. On a degenerate fit the band has no width, and every rounding error would leave it.
const DEGENERATE_DEVIATION = 0.001;

/**
 * The original detector's score: `|y - yhat| / (yhatUpper - yhatLower + 1e-8 * scale)`, unitless, whatever the threshold. A
 * row is anomalous strictly outside the band.
 * @param scale size of the training values, in the unit of the series, above 0.
 * @param isDegenerate true for a constant or interpolating fit, whose interval has no width worth the name: a row is then
 * normal within 0.1 % of the scale, unless the options set a minimum deviation. Default false.
 */
export function classicScoring(scale: number, isDegenerate = false): Scoring {
  return ({ time, y, forecast }, options) => {
    const { thresholdMultiplier, minDeviationAbsolute, minDeviationRelative } = options;
    const isLeastSet = minDeviationAbsolute > 0 || minDeviationRelative > 0;
    const leastDeviation = isDegenerate && !isLeastSet ? DEGENERATE_DEVIATION * scale : 0;
    const band = bandOf(forecast, thresholdMultiplier);
    return {
      time,
      y,
      expected: forecast.yhat,
      bandLower: band.lower,
      bandUpper: band.upper,
      threshold: new Float64Array(time.length).fill(thresholdOf(thresholdMultiplier)),
      ...scoreColumns({ time, y, forecast }, band, { widthFloor: WIDTH_FLOOR * scale, leastDeviation }),
      severityBy: 'score',
      learningUntil: null,
    };
  };
}

function scoreColumns(
  { y, forecast }: ObservedRows,
  { lower, upper }: ReturnType<typeof bandOf>,
  { widthFloor, leastDeviation }: { readonly widthFloor: number; readonly leastDeviation: number },
) {
  const { yhat, yhatLower, yhatUpper } = forecast;
  const score = new Float64Array(y.length);
  const size = new Float64Array(y.length);
  const usual = new Float64Array(y.length);
  const side = new Int8Array(y.length);
  const branch = new Uint8Array(y.length);
  for (let i = 0; i < y.length; i++) {
    const deviation = Math.abs(y[i] - yhat[i]);
    usual[i] = yhatUpper[i] - yhatLower[i] + widthFloor;
    if (deviation < Infinity) {
      size[i] = deviation;
      score[i] = deviation / usual[i];
      side[i] = deviation < leastDeviation ? 0 : sideOf(y[i], lower[i], upper[i]);
      branch[i] = branchCodes.spike;
    } else {
      size[i] = NaN;
      score[i] = NaN;
    }
  }
  return { score, size, usual, side, branch };
}
