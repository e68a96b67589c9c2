import { MAX_CHANGEPOINTS } from '../options/limits.js';
import {
  changes,
  coefficients,
  componentName,
  duration,
  fourierOrder,
  intervalWidth,
  MAX_SEASONALITIES,
  priorScale,
  seasonalitySwitch,
  time,
} from './modelFields.js';
import { isoTime, table, timeSeries } from './pandas.js';
import {
  absent,
  choice,
  field,
  flag,
  list,
  number,
  object,
  positive,
  record,
  text,
  unreadable,
  wholeNumber,
  type Fields,
  type Reader,
} from './reader.js';

/** A seasonality as Python Prophet stores it. */
interface PythonSeasonality {
  /** Milliseconds; the file has days. */
  readonly period: number;
  readonly fourier_order: number;
  readonly prior_scale: number;
  readonly mode: 'additive';
  readonly condition_name: null;
}

/** Parameters, a single draw of each. */
interface PythonParams {
  readonly lp__: number;
  readonly k: number;
  readonly m: number;
  readonly delta: readonly number[];
  readonly sigma_obs: number;
  readonly beta: readonly number[];
}

/** What is read of the JSON of Python Prophet's `model_to_json`, under its own names. */
export interface PythonFields {
  readonly growth: 'linear' | 'flat';
  readonly n_changepoints: number;
  readonly specified_changepoints: boolean;
  readonly changepoint_range: number;
  readonly yearly_seasonality: 'auto' | boolean | number;
  readonly weekly_seasonality: 'auto' | boolean | number;
  readonly daily_seasonality: 'auto' | boolean | number;
  readonly seasonality_mode: 'additive';
  readonly seasonality_prior_scale: number;
  readonly changepoint_prior_scale: number;
  readonly mcmc_samples: 0;
  readonly interval_width: number;
  readonly y_scale: number;
  readonly y_min: number;
  readonly scaling: 'absmax' | 'minmax';
  readonly country_holidays: null;
  readonly holidays: null;
  readonly extra_regressors: null;
  readonly changepoints: readonly number[];
  /** Epoch milliseconds; the file has seconds. */
  readonly start: number;
  /** Milliseconds; the file has seconds. */
  readonly t_scale: number;
  readonly history: readonly { readonly ds: number; readonly y: number }[];
  readonly changepoints_t: readonly number[];
  readonly seasonalities: readonly (PythonSeasonality & { readonly name: string })[];
  readonly params: PythonParams;
  readonly __prophet_version: string;
}

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/** A number of units, as the number of milliseconds that `reader` takes. */
function scaled(reader: Reader<number>, unitMs: number): Reader<number> {
  return (value, at) => {
    const units = number()(value, at);
    try {
      return reader(units * unitMs, at);
    } catch {
      throw unreadable(at, units, 'a time within 270,000 years, or a length of at least a microsecond');
    }
  };
}

/** What Prophet can do and this package cannot yet: the error says so, where nonsense is only invalid. */
function notYet<T>(reader: Reader<T>, isUpstream: (value: unknown) => boolean, why = 'not supported yet'): Reader<T> {
  return (value, at) => {
    if (isUpstream(value)) {
      throw new RangeError(`cannot read ${at}: ${shown(value)} (${why})`);
    }
    return reader(value, at);
  };
}

function shown(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > 60 ? `${value.slice(0, 60)}…` : value;
  }
  return typeof value === 'number' ? String(value) : 'an object';
}

const isValue = (upstream: string) => (value: unknown) => value === upstream;
const additive = notYet(choice(['additive'] as const), isValue('multiplicative'));

/** Null or missing. */
const nothing: Reader<null> = (value, at) => {
  if (value === null || value === undefined) {
    return null;
  }
  throw unreadable(at, value, 'null');
};

/** A feature whose absence is null. */
const notYetSet = notYet(
  nothing,
  (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
);

/** `[ordered names, { name: settings }]` of one kind of feature, as the settings with their names. */
function named<T>(item: Reader<T>): Reader<readonly (T & { readonly name: string })[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length !== 2) {
      throw unreadable(at, value, 'a list of names and an object');
    }
    const settings = record(value[1], `${at}[1]`);
    const names = list(componentName, MAX_SEASONALITIES)(value[0], `${at}[0]`);
    return names.map((name) => ({ ...item(field(settings, name), `${at}[1].${name}`), name }));
  };
}

const noRegressors: Reader<null> = (value, at) => {
  named(notYet(nothing, () => true))(value, at);
  return null;
};

/** Parameters are lists of draws; of a constant series, Python stores scalars with one dimension less. */
function oneDraw<T>(reader: Reader<T>): Reader<T> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length !== 1) {
      throw unreadable(at, Array.isArray(value) ? `${value.length} draws` : value, 'a list of one draw');
    }
    return reader(value[0], at);
  };
}

const scalar: Reader<number> = (value, at) =>
  number()(Array.isArray(value) && value.length === 1 ? value[0] : value, at);
const spread: Reader<number> = (value, at) => positive(scalar(value, at), at);

const seasonality = object<PythonSeasonality>({
  period: scaled(duration, DAY_MS),
  fourier_order: fourierOrder,
  prior_scale: priorScale,
  mode: absent(additive, 'additive'),
  condition_name: notYetSet,
});

const params = object<PythonParams>({
  lp__: absent(oneDraw(scalar), NaN),
  k: oneDraw(scalar),
  m: oneDraw(scalar),
  delta: oneDraw(changes),
  sigma_obs: oneDraw(spread),
  beta: oneDraw(coefficients),
});

/** One row for every field: a feature that the model learns changes its row. */
const fields: Fields<PythonFields> = {
  growth: notYet(choice(['linear', 'flat'] as const), isValue('logistic')),
  n_changepoints: wholeNumber(0, MAX_CHANGEPOINTS),
  specified_changepoints: flag,
  changepoint_range: number(0, 1),
  yearly_seasonality: seasonalitySwitch,
  weekly_seasonality: seasonalitySwitch,
  daily_seasonality: seasonalitySwitch,
  seasonality_mode: additive,
  seasonality_prior_scale: priorScale,
  changepoint_prior_scale: priorScale,
  mcmc_samples: notYet(choice([0] as const), (value) => typeof value === 'number' && value > 0, 'only fits, no draws'),
  interval_width: intervalWidth,
  y_scale: positive,
  y_min: absent(number(), 0),
  scaling: absent(choice(['absmax', 'minmax'] as const), 'absmax'),
  country_holidays: notYetSet,
  holidays: notYetSet,
  extra_regressors: noRegressors,
  changepoints: timeSeries,
  start: scaled(time, SECOND_MS),
  t_scale: scaled(duration, SECOND_MS),
  history: table(object<PythonFields['history'][number]>({ ds: isoTime, y: number() })),
  changepoints_t: changes,
  seasonalities: named(seasonality),
  params,
  __prophet_version: absent(text, ''),
};

/** Reads them all. */
export const pythonFields: Reader<PythonFields> = object(fields);
