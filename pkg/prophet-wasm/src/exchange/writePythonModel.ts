import { cleanHistory, type CleanHistory } from '../history/cleanHistory.js';
import type { History } from '../history/history.js';
import { timesOf } from '../history/timesOf.js';
import type { Model } from '../fit/model.js';
import type { Prophet } from '../prophet.js';
import type { Seasonality } from '../features/seasonality.js';
import { toIso, writeTable, writeTimeSeries, type ColumnType } from './pandas.js';
import { unreadable } from './reader.js';

/** The version whose fields are written. */
const PROPHET_VERSION = '1.3.0';
const DAY_MS = 86_400_000;

/**
 * Writes a model as the JSON that Python Prophet's `model_from_json` loads, all of Prophet 1.1.5's and later fields.
 * A model there keeps its history, so the observations it was fitted to are needed; their dates become naive UTC, to
 * the millisecond. A model loaded there can predict and be cross-validated, as any loaded one.
 * @throws RangeError when `history` is not what the model was fitted to, or for times that pandas cannot hold.
 */
export function writePythonModel(prophet: Prophet, model: Model, history: History): string {
  const rows = cleanHistory(history);
  checkHistory(model, rows);
  return JSON.stringify({
    ...settings(model),
    ...features(model.seasonalities),
    history: historyTable(model, rows),
    history_dates: writeTimeSeries(Float64Array.from(new Set(Array.from(timesOf(history)))).sort()),
    params: draws(prophet, model, rows),
    __prophet_version: PROPHET_VERSION,
  });
}

function checkHistory({ history }: Model, { time }: CleanHistory): void {
  const found = { start: time[0], end: time[time.length - 1], count: time.length };
  for (const name of ['start', 'end', 'count'] as const) {
    if (found[name] !== history[name]) {
      throw unreadable(`history ${name}`, found[name], `${history[name]}, as the model was fitted to`);
    }
  }
}

function settings({ options, scaling, params }: Model): object {
  const changepoints = changepointTimes(options.changepoints, scaling, params.tChange);
  return {
    growth: options.growth,
    n_changepoints: changepoints.length,
    specified_changepoints: options.changepoints !== null,
    changepoint_range: options.changepointRange,
    yearly_seasonality: options.yearlySeasonality,
    weekly_seasonality: options.weeklySeasonality,
    daily_seasonality: options.dailySeasonality,
    seasonality_mode: 'additive',
    seasonality_prior_scale: options.seasonalityPriorScale,
    changepoint_prior_scale: options.changepointPriorScale,
    holidays_prior_scale: 10,
    mcmc_samples: 0,
    interval_width: options.intervalWidth,
    uncertainty_samples: 1000,
    y_scale: scaling.yScale,
    y_min: scaling.yMin,
    scaling: options.scaling,
    logistic_floor: false,
    country_holidays: null,
    holidays_mode: 'additive',
    changepoints: writeTimeSeries(changepoints),
    changepoints_t: params.tChange,
    start: scaling.timeStart / 1000,
    t_scale: scaling.timeScaleMs / 1000,
  };
}

/** The lone changepoint at scaled time 0 stands for none. */
function changepointTimes(
  explicit: readonly number[] | null,
  { timeStart, timeScaleMs }: Model['scaling'],
  tChange: readonly number[],
): readonly number[] {
  const isDummy = tChange.length === 1 && tChange[0] === 0;
  return explicit ?? (isDummy ? [] : tChange.map((t) => timeStart + t * timeScaleMs));
}

function features(seasonalities: readonly Seasonality[]): object {
  const names = seasonalities.map(({ name }) => name);
  const settingsOf = ({ periodMs, fourierOrder, priorScale }: Seasonality) => ({
    period: periodMs / DAY_MS,
    fourier_order: fourierOrder,
    prior_scale: priorScale,
    mode: 'additive',
    condition_name: null,
  });
  return {
    component_modes: {
      additive: [...names, 'additive_terms', 'extra_regressors_additive', 'holidays'],
      multiplicative: ['multiplicative_terms', 'extra_regressors_multiplicative'],
    },
    seasonalities: [names, Object.fromEntries(seasonalities.map((one) => [one.name, settingsOf(one)]))],
    extra_regressors: [[], {}],
    holidays: null,
    train_holiday_names: null,
    train_component_cols: componentTable(seasonalities),
    fit_kwargs: {},
  };
}

/** Which component has which feature: 0 or 1, a row for each feature. Without any, one row of zeros. */
function componentTable(seasonalities: readonly Seasonality[]): string {
  const names = ['additive_terms', ...seasonalities.map(({ name }) => name)].sort();
  const integer: ColumnType = 'integer';
  const columns = Object.fromEntries([...names, 'multiplicative_terms'].map((name) => [name, integer]));
  const row = (own?: string) =>
    Object.fromEntries(
      Object.keys(columns).map((name) => [
        name,
        own !== undefined && (name === own || name === 'additive_terms') ? 1 : 0,
      ]),
    );
  const rows = seasonalities.flatMap(({ name, fourierOrder }) =>
    Array.from({ length: 2 * fourierOrder }, () => row(name)),
  );
  return writeTable(columns, rows.length === 0 ? [row()] : rows);
}

function historyTable({ scaling }: Model, { time, y }: CleanHistory): string {
  const { timeStart, timeScaleMs, yMin, yScale } = scaling;
  const rows = Array.from(time, (at, i) => ({
    ds: toIso(at),
    y: y[i],
    floor: yMin,
    t: (at - timeStart) / timeScaleMs,
    y_scaled: (y[i] - yMin) / yScale,
  }));
  return writeTable({ ds: 'datetime', y: 'number', floor: 'number', t: 'number', y_scaled: 'number' }, rows);
}

/** Every parameter as one draw, and the scaled trend of every row as Stan reports it. */
function draws(prophet: Prophet, model: Model, { time }: CleanHistory): object {
  const { k, m, delta, beta, sigmaObs } = model.params;
  const { yMin, yScale } = model.scaling;
  const trend = Array.from(prophet.predict(model, time).trend, (value) => (value - yMin) / yScale);
  const { logPosterior } = model.fit;
  return {
    ...(Number.isNaN(logPosterior) ? {} : { lp__: [[logPosterior]] }),
    k: [[k]],
    m: [[m]],
    delta: [delta],
    sigma_obs: [[sigmaObs]],
    beta: [beta.length === 0 ? [0] : beta],
    trend: [trend],
  };
}
