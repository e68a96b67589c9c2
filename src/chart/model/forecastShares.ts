import type { Forecast, Model } from 'prophet-wasm';

import type { ForecastShare } from './chartSeries';

// Sums of what is listed one by one.
const TOTALS: ReadonlySet<string> = new Set(['holidays', 'extraRegressorsAdditive', 'extraRegressorsMultiplicative']);

const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function modeOf({ seasonalities, options }: Model, name: string): 'additive' | 'multiplicative' {
  const isHoliday = options.holidays.some((holiday) => holiday.name === name);
  // Steps, and what recurs, are added in any mode.
  return seasonalities.find((one) => one.name === name)?.mode ?? (isHoliday ? options.holidaysMode : 'additive');
}

/** The floor below the trend: a multiplicative component is a share of what is above it. */
function floorOf({ scaling }: Model): number {
  return scaling.hasFloor ? (scaling.floor ?? 0) : scaling.yMin;
}

function share(name: string, values: Float64Array, model: Model, trend: Float64Array): ForecastShare {
  const isOccasional = model.options.holidays.some((holiday) => holiday.name === name);
  const title = isOccasional ? name : capitalized(name);
  if (modeOf(model, name) === 'additive') {
    return { name: title, values, isOccasional };
  }
  const floor = floorOf(model);
  return { name: title, values: values.map((part, row) => part * (trend[row] - floor)), ofTrend: values, isOccasional };
}

/**
 * The parts of a forecast: the trend, then every seasonality, then the holidays and events; none of one that does not
 * say.
 */
export function forecastShares({ trend, components }: Forecast, model: Model): ForecastShare[] {
  if (trend.length === 0) {
    return [];
  }
  const parts = Object.entries(components)
    .filter(([name]) => !TOTALS.has(name))
    .map(([name, values]) => share(name, values, model, trend));
  const [seasonalities, occasions] = [false, true].map((wanted) =>
    parts.filter((part) => part.isOccasional === wanted),
  );
  return [{ name: 'Trend', values: trend, isOccasional: false }, ...seasonalities, ...occasions];
}
