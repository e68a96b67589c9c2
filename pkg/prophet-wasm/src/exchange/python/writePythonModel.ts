import type { CivilClock } from '../../features/civilClock.js';
import type { Model } from '../../fit/model.js';
import { cleanHistory, type CleanHistory } from '../../history/cleanHistory.js';
import type { History } from '../../history/history.js';
import { selectRows } from '../../history/selectRows.js';
import { timesOf } from '../../history/timesOf.js';
import { boundsAt, floorAt, type TrendBounds } from '../../predict/boundsAt.js';
import type { Prophet } from '../../prophet.js';
import { parseModel } from '../parseModel.js';
import { unreadable } from '../reader.js';
import { asRegressors } from './asRegressors.js';
import { checkWritable } from './checkWritable.js';
import { naiveClock } from './naiveClock.js';
import { toIso, writeSeries } from './pandas.js';
import { writeFeatures } from './writeFeatures.js';
import { writeHistory } from './writeHistory.js';
import { writeHolidays } from './writeHolidays.js';

/** The version whose fields are written. */
const PROPHET_VERSION = '1.5.0';

/**
 * Writes a model as the JSON that Python Prophet's `model_from_json` loads, from version 1.1.5 on, to forecast the same. A
 * model there keeps its history, so what it was fitted to is needed, with all its columns. Dates become naive, as the
 * clock of the model's time zone shows them, to the millisecond. A model loaded there can predict and be cross-validated,
 * as any loaded one. Steps, and what recurs, are regressors there, whose columns a forecast then needs.
 * @throws RangeError `cannot write …` for what Python has not, `invalid …` when `history` is not what the model was
 * fitted to, or for times that pandas cannot hold.
 */
export function writePythonModel(prophet: Prophet, model: Model, history: History): string {
  const { model: checked, history: own } = asRegressors(parseModel(model), history);
  const rows = cleanHistory(own);
  checkHistory(checked, rows);
  const count = rows.time.length;
  const bounds = boundsAt(checked, rows.extra, { count, order: rows.order, nGiven: rows.nGiven });
  checkWritable(checked, bounds, count);
  const dates = Float64Array.from(new Set(Array.from(timesOf(history)))).sort();
  const clock = naiveClock(checked.options.timeZone, dates[0], dates[dates.length - 1]);
  const written = writeHistory(checked, rows, bounds, clock);
  const { trend } = prophet.predict(checked, selectRows(rows, 0, count));
  return JSON.stringify({
    ...settings(checked, clock),
    ...writeFeatures(checked),
    ...writeHolidays(checked),
    history: written,
    history_dates: writeDates(dates, clock),
    params: draws(checked, bounds, trend),
    fit_kwargs: {},
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

function settings({ options, scaling, params }: Model, clock: CivilClock): object {
  const changepoints = changepointTimes(options.changepoints, scaling, params.tChange);
  return {
    growth: options.growth,
    n_changepoints: changepoints.length,
    specified_changepoints: options.changepoints !== null,
    changepoint_range: options.changepointRange,
    yearly_seasonality: options.yearlySeasonality,
    weekly_seasonality: options.weeklySeasonality,
    daily_seasonality: options.dailySeasonality,
    seasonality_mode: options.seasonalityMode,
    seasonality_prior_scale: options.seasonalityPriorScale,
    changepoint_prior_scale: options.changepointPriorScale,
    holidays_prior_scale: options.holidaysPriorScale,
    holidays_mode: options.holidaysMode,
    mcmc_samples: 0,
    interval_width: options.intervalWidth,
    uncertainty_samples: 1000,
    y_scale: scaling.yScale,
    y_min: scaling.yMin,
    scaling: options.scaling,
    logistic_floor: scaling.hasFloor,
    country_holidays: null,
    changepoints: writeDates(changepoints, clock),
    changepoints_t: params.tChange,
    start: clock(scaling.timeStart) / 1000,
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

function writeDates(times: ArrayLike<number>, clock: CivilClock): string {
  return writeSeries(
    'ds',
    Array.from(times, (time) => toIso(clock(time), 'time')),
  );
}

/** Every parameter as one draw, and the scaled trend of every row as Stan reports it. */
function draws({ params, scaling, fit }: Model, bounds: TrendBounds, trend: Float64Array): object {
  const { k, m, delta, beta, sigmaObs } = params;
  return {
    ...(Number.isNaN(fit.logPosterior) ? {} : { lp__: [[fit.logPosterior]] }),
    k: [[k]],
    m: [[m]],
    delta: [delta],
    sigma_obs: [[sigmaObs]],
    beta: [beta.length === 0 ? [0] : beta],
    trend: [Array.from(trend, (value, row) => (value - floorAt(bounds, row)) / scaling.yScale)],
  };
}
