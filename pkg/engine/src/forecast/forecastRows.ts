import type { Forecast } from 'prophet-wasm';

const columns = ['time', 'yhat', 'yhatLower', 'yhatUpper', 'trend', 'additiveTerms', 'multiplicativeTerms'] as const;

/** The rows of a forecast from one on, up to before another: views of the same memory. */
export function forecastRows(forecast: Forecast, from: number, to?: number): Forecast {
  const own = Object.fromEntries(columns.map((name) => [name, forecast[name].subarray(from, to)]));
  const components = Object.entries(forecast.components).map(([name, values]): [string, Float64Array] => [
    name,
    values.subarray(from, to),
  ]);
  return { ...forecast, ...own, components: Object.fromEntries(components) };
}
