import type { Forecast, Series } from 'foreband-detector';

/** Columns from literal numbers; null is a missing value. */
export function column(...values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? NaN);
}

/** A series with the values at 0, step, 2 step, ... */
export function seriesOf(values: readonly (number | null)[], stepMs = 1000): Series {
  return { name: 'test', labels: {}, time: Float64Array.from(values, (_, i) => i * stepMs), y: column(...values) };
}

/** A forecast of `yhat` with an interval of `halfWidth` to each side, for rows 0, 1000, 2000, ... ms. */
export function flatForecast(nRows: number, yhat: number, halfWidth: number): Forecast {
  return {
    time: Float64Array.from({ length: nRows }, (_, i) => i * 1000),
    yhat: new Float64Array(nRows).fill(yhat),
    yhatLower: new Float64Array(nRows).fill(yhat - halfWidth),
    yhatUpper: new Float64Array(nRows).fill(yhat + halfWidth),
  };
}
