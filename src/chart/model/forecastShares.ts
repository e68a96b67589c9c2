import type { Forecast, Model } from 'prophet-wasm';

import type { ForecastShare } from './chartSeries';

// Sums of what is listed one by one.
const TOTALS: ReadonlySet<string> = new Set(['holidays', 'extraRegressorsAdditive', 'extraRegressorsMultiplicative']);

const RECURRING = 'recurring';
const LEVEL = 'Level of the last 4 h';

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
  const isHoliday = model.options.holidays.some((holiday) => holiday.name === name);
  const title = isHoliday ? name : capitalized(name);
  const isOccasional = isHoliday || name === RECURRING;
  if (modeOf(model, name) === 'additive') {
    return { name: title, values, isOccasional };
  }
  const floor = floorOf(model);
  return { name: title, values: values.map((part, row) => part * (trend[row] - floor)), ofTrend: values, isOccasional };
}

/**
 * The parts of what is expected: the trend, then every seasonality, then what is there at times: holidays, events, what
 * recurs, the level; none of a forecast that does not say.
 * @param expected the forecast moved by the level. Default: the forecast.
 */
export function forecastShares(
  { trend, components, yhat }: Forecast,
  model: Model,
  expected: Float64Array = yhat,
): ForecastShare[] {
  if (trend.length === 0) {
    return [];
  }
  const parts = Object.entries(components)
    .filter(([name]) => !TOTALS.has(name))
    .map(([name, values]) => share(name, values, model, trend));
  const [seasonalities, occasions] = [false, true].map((wanted) =>
    parts.filter((part) => part.isOccasional === wanted),
  );
  const level = { name: LEVEL, values: expected.map((value, row) => value - yhat[row]), isOccasional: true };
  const levels = expected === yhat ? [] : [level];
  return [{ name: 'Trend', values: trend, isOccasional: false }, ...seasonalities, ...occasions, ...levels];
}
