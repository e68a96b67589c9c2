import type { Forecast } from 'prophet-wasm';

/** A forecast whose interval reaches `factor` times as far from the forecast on either side. */
export function widenInterval(forecast: Forecast, factor: number): Forecast {
  if (factor === 1) {
    return forecast;
  }
  const { yhat, yhatLower, yhatUpper } = forecast;
  return {
    ...forecast,
    yhatLower: yhatLower.map((lower, row) => yhat[row] - factor * (yhat[row] - lower)),
    yhatUpper: yhatUpper.map((upper, row) => yhat[row] + factor * (upper - yhat[row])),
  };
}
