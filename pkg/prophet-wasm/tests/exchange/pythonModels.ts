import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readPythonModel, type CountryHoliday, type PythonModel, type TimedRows } from 'prophet-wasm';

/** Rows to forecast, their times as naive dates. */
interface PythonRows extends Omit<TimedRows, 'time'> {
  readonly time: readonly string[];
}

/** A model that Python Prophet 1.5.0 wrote, and its own forecast; `python/makeModels.py` made them. */
export interface PythonCase {
  readonly name: string;
  readonly json: string;
  readonly future: PythonRows;
  readonly yhat: readonly number[];
  readonly trend: readonly number[];
  readonly multiplicativeTerms: readonly number[];
  readonly countryHolidays?: readonly CountryHoliday[];
  /** Upstream's table of the coefficients of regressors. */
  readonly coefficients?: readonly {
    readonly regressor: string;
    readonly regressor_mode: string;
    readonly center: number;
    readonly coef: number;
  }[];
}

const text = readFileSync(join(__dirname, '../python/models.json'), 'utf8');
export const pythonCases = JSON.parse(text) as readonly PythonCase[];

/** The case of a name. */
export function pythonCase(name: string): PythonCase {
  const found = pythonCases.find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(`no case of the name ${name}`);
  }
  return found;
}

/** Reads a case with what its file does not hold. */
export function readCase({ json, countryHolidays }: PythonCase): PythonModel {
  return readPythonModel(json, { countryHolidays });
}

/** The rows of a case that Python forecast. */
export function futureOf({ future }: PythonCase): TimedRows {
  return { ...future, time: future.time.map((at) => Date.parse(`${at}Z`)) };
}

const DELTA = [
  -0.0067713344295760635, 0, 0, 0, -0.05560834408005808, -0.03696006862215325, 0.09933974713183089,
  -0.006771334429730693, 0, 0, 0, -0.05560834408004029, -0.03696006862202002, 0.09933974713167956,
  -0.006771334429674014,
];
const BETA = [
  -0.00034958928816783473, 0.0022663968006279714, -0.0009616626944811777, -0.00018603166834996976,
  -7.034133451705964e-5, -0.00042298794284303893,
];

const days = (n: number, first = 0) =>
  Array.from({ length: n }, (_, i) => new Date(Date.UTC(2020, 0, 1 + first + i)).toISOString());

/** The file of version 1.0.1 that upstream keeps as a test, rebuilt from its facts: y = 0..19 on 20 days. */
export function version101(): Record<string, unknown> {
  const series = (data: readonly string[]) => JSON.stringify({ name: 'ds', index: data.map((_, i) => i), data });
  const rows = days(20).map((ds, i) => ({ ds, y: i, floor: 0, t: i / 19, y_scaled: i / 19 }));
  const components = { additive_terms: 1, weekly: 1, multiplicative_terms: 0 };
  const weekly = { period: 7, fourier_order: 3, prior_scale: 10, mode: 'additive', condition_name: null };
  return {
    growth: 'linear',
    n_changepoints: 15,
    specified_changepoints: false,
    changepoint_range: 0.8,
    yearly_seasonality: 'auto',
    weekly_seasonality: 'auto',
    daily_seasonality: 'auto',
    seasonality_mode: 'additive',
    seasonality_prior_scale: 10,
    changepoint_prior_scale: 0.05,
    holidays_prior_scale: 10,
    mcmc_samples: 0,
    interval_width: 0.8,
    uncertainty_samples: 1000,
    y_scale: 19,
    logistic_floor: false,
    country_holidays: null,
    component_modes: { additive: ['weekly', 'additive_terms'], multiplicative: ['multiplicative_terms'] },
    changepoints: series(days(15, 1)),
    history_dates: series(days(20)),
    train_holiday_names: null,
    start: 1577836800,
    t_scale: 1641600,
    holidays: null,
    history: JSON.stringify({ schema: { fields: [], pandas_version: '1.4.0' }, data: rows }),
    train_component_cols: JSON.stringify({ data: new Array(6).fill(components) }),
    changepoints_t: Array.from({ length: 15 }, (_, i) => (i + 1) / 19),
    seasonalities: [['weekly'], { weekly }],
    extra_regressors: [[], {}],
    fit_kwargs: {},
    params: {
      k: [[1.02697210905145]],
      m: [[-0.0030769618763556213]],
      delta: [DELTA],
      sigma_obs: [[3e-13]],
      beta: [BETA],
    },
    __prophet_version: '1.0.1',
  };
}
