import type { TrainingRows } from 'foreband-detector';
import type { Model, Prophet } from 'prophet-wasm';

/**
 * How many times wider the interval of width `share` would have to be to hold that share of the history: 1 where it does
 * already. The residuals of a normal law need no more than 1; those with heavier tails do, and so do samples that a robust
 * fit has excluded but that keep coming.
 * @param share above 0, below 1.
 */
export function calibrationFactor(
  prophet: Pick<Prophet, 'predict'>,
  model: Model,
  { time, y }: TrainingRows,
  share: number,
): number {
  const { yhat, yhatLower, yhatUpper } = prophet.predict(model, time, { intervalWidth: share });
  const needed = y.map((value, row) => {
    const reach = value > yhat[row] ? yhatUpper[row] - yhat[row] : yhat[row] - yhatLower[row];
    return value === yhat[row] ? 0 : Math.abs(value - yhat[row]) / reach;
  });
  const nHeld = Math.ceil(share * needed.length);
  return Math.max(1, needed.sort()[nHeld - 1]);
}
