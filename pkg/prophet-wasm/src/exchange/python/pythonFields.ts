import type { Growth, Mode, Scaling, SeasonalitySwitch } from '../../options/prophetOptions.js';
import {
  changes,
  coefficients,
  duration,
  intervalWidth,
  MAX_COEFFICIENTS,
  MAX_EXPLICIT_CHANGEPOINTS,
  MAX_HOLIDAYS,
  MAX_REGRESSORS,
  MAX_SEASONALITIES,
  mode,
  priorScale,
  seasonalitySwitch,
  time,
} from '../modelFields.js';
import {
  absent,
  choice,
  flag,
  nullable,
  number,
  object,
  positive,
  record,
  text,
  unreadable,
  wholeNumber,
  type Reader,
} from '../reader.js';
import { isoTime, MAX_ROWS, series, table } from './pandas.js';
import {
  named,
  pythonHoliday,
  pythonRegressor,
  pythonSeasonality,
  scaled,
  type Named,
  type PythonHoliday,
  type PythonRegressor,
  type PythonSeasonality,
} from './pythonFeatures.js';
import { cannotRead } from './refusals.js';

/** Parameters, a single draw of each. */
interface PythonParams {
  readonly lp__: number;
  readonly k: number;
  readonly m: number;
  readonly delta: readonly number[];
  readonly sigma_obs: number;
  readonly beta: readonly number[];
}

/** Fields that are read of the JSON of Python Prophet's `model_to_json`, under its own names. */
export interface PythonFields {
  readonly growth: Growth;
  /** -1 where no row is within the range of changepoints. */
  readonly n_changepoints: number;
  readonly specified_changepoints: boolean;
  readonly changepoint_range: number;
  readonly yearly_seasonality: SeasonalitySwitch;
  readonly weekly_seasonality: SeasonalitySwitch;
  readonly daily_seasonality: SeasonalitySwitch;
  readonly seasonality_mode: Mode;
  readonly seasonality_prior_scale: number;
  readonly changepoint_prior_scale: number;
  readonly holidays_prior_scale: number;
  readonly mcmc_samples: 0;
  readonly interval_width: number;
  readonly y_scale: number;
  readonly y_min: number;
  readonly scaling: Scaling;
  readonly logistic_floor: boolean;
  readonly country_holidays: string | null;
  /** Null in files from before it was an option of its own: as `seasonality_mode`. */
  readonly holidays_mode: Mode | null;
  readonly changepoints: readonly number[];
  /** Null where no holiday was fitted. */
  readonly train_holiday_names: readonly string[] | null;
  /** Epoch milliseconds; the file has seconds. */
  readonly start: number;
  /** Milliseconds; the file has seconds. */
  readonly t_scale: number;
  readonly holidays: readonly PythonHoliday[] | null;
  /** Rows whose columns depend on the rest: `readHistory` looks into them. */
  readonly history: readonly object[];
  /** A row for each of `params.beta`, with 1 for the components that it belongs to. */
  readonly train_component_cols: readonly object[];
  readonly changepoints_t: readonly number[];
  readonly seasonalities: readonly Named<PythonSeasonality>[];
  readonly extra_regressors: readonly Named<PythonRegressor>[];
  readonly params: PythonParams;
  readonly __prophet_version: string;
  /** The same before 1.0. */
  readonly __fbprophet_version: string;
}

const SECOND_MS = 1000;

const noDraws: Reader<0> = (value, at) => {
  if (typeof value === 'number' && value > 0) {
    throw cannotRead(at, value, 'draws of the parameters, of which this package has none; fit it with mcmc_samples=0');
  }
  return choice([0] as const)(value, at);
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

const params = object<PythonParams>({
  lp__: absent(oneDraw(scalar), NaN),
  k: oneDraw(scalar),
  m: oneDraw(scalar),
  delta: oneDraw(changes),
  sigma_obs: oneDraw(spread),
  beta: oneDraw(coefficients),
});

/** Reads them all. */
export const pythonFields = object<PythonFields>({
  growth: choice(['linear', 'logistic', 'flat'] as const),
  n_changepoints: wholeNumber(-1, MAX_EXPLICIT_CHANGEPOINTS),
  specified_changepoints: flag,
  changepoint_range: number(0, 1),
  yearly_seasonality: seasonalitySwitch,
  weekly_seasonality: seasonalitySwitch,
  daily_seasonality: seasonalitySwitch,
  seasonality_mode: mode,
  seasonality_prior_scale: priorScale,
  changepoint_prior_scale: priorScale,
  holidays_prior_scale: priorScale,
  mcmc_samples: noDraws,
  interval_width: intervalWidth,
  y_scale: positive,
  y_min: absent(number(), 0),
  scaling: absent(choice(['absmax', 'minmax'] as const), 'absmax'),
  logistic_floor: flag,
  country_holidays: nullable(text),
  holidays_mode: absent(mode, null),
  changepoints: series(isoTime, MAX_EXPLICIT_CHANGEPOINTS),
  train_holiday_names: nullable(series(text, MAX_HOLIDAYS)),
  start: scaled(time, SECOND_MS),
  t_scale: scaled(duration, SECOND_MS),
  holidays: nullable(table(pythonHoliday, MAX_HOLIDAYS)),
  history: table(record, MAX_ROWS),
  train_component_cols: table(record, MAX_COEFFICIENTS),
  changepoints_t: changes,
  seasonalities: named('seasonality', pythonSeasonality, MAX_SEASONALITIES),
  extra_regressors: named('regressor', pythonRegressor, MAX_REGRESSORS),
  params,
  __prophet_version: absent(text, ''),
  __fbprophet_version: absent(text, ''),
});
