import { checkOptions } from '../../checkShape.js';
import { chooseSeasonalities, shapeOf } from '../../features/chooseSeasonalities.js';
import type { FittedRegressor } from '../../features/regressor.js';
import type { InactiveSeasonality, Seasonality } from '../../features/seasonality.js';
import type { Features } from '../../features/terms.js';
import { MODEL_VERSION, type Model, type ModelScaling } from '../../fit/model.js';
import type { ValueOrColumn } from '../../history/history.js';
import { MAX_CHANGEPOINTS } from '../../options/limits.js';
import type { ResolvedOptions } from '../../options/prophetOptions.js';
import { checkModel } from '../checkModel.js';
import { boundedHolidayColumns } from '../holidayBounds.js';
import { fromJson, unreadable } from '../reader.js';
import { sameFields } from '../sameFields.js';
import { checkComponents, componentsOf } from './components.js';
import { pythonFields, type PythonFields } from './pythonFields.js';
import { readHistory, type ReadHistory } from './readHistory.js';
import { readHolidays, type CountryHoliday } from './readHolidays.js';
import { cannotRead } from './refusals.js';

/** A model that Python Prophet fitted. */
export interface PythonModel {
  /** Ready for `predict`; its `fit.status` is `imported`. */
  readonly model: Model;
  /**
   * History it was fitted to, ascending in time as stored, in the caller's units: ready for `crossValidate`, or to be fitted
   * again. Times are epoch milliseconds, naive dates taken as UTC. A cap or floor that never changes is one number.
   */
  readonly history: ReadHistory;
  /** The version of Prophet that wrote it, such as `1.5.0`; empty where the file does not say. */
  readonly prophetVersion: string;
}

/** Options for facts that a file does not hold. */
export interface PythonReadOptions {
  /**
   * Days of the holidays of `add_country_holidays`, of the history and of the future, under the names that Python gives
   * them. Needed with such a model, and with no other; names that it was not trained with are left out, as in Python.
   */
  readonly countryHolidays?: readonly CountryHoliday[];
}

/** 200,000 rows take about 40 million, further columns 5 million each. */
const MOST_CHARACTERS = 100_000_000;
const BUILT_IN = ['yearly', 'weekly', 'daily'] as const;

/**
 * Reads the JSON of Python Prophet's `model_to_json`, of version 1.0.1 and earlier ones up to today's, as text (also
 * encoded twice, as upstream's own test files are) or as the value `JSON.parse` made of it.
 * @throws RangeError naming the field: `invalid …` for what no Prophet writes, `cannot read …` for what Prophet can do
 * and this package cannot.
 */
export function readPythonModel(input: unknown, options: PythonReadOptions = {}): PythonModel {
  checkOptions(options, ['countryHolidays']);
  const file = pythonFields(decoded(input), '');
  const history = readHistory(file);
  const [start, end] = [history.time[0], history.time[history.time.length - 1]];
  const resolved = optionsOf(file, history, options.countryHolidays);
  const features: Features = {
    seasonalities: file.seasonalities.map(seasonalityOf),
    holidays: boundedHolidayColumns(resolved.holidays),
    regressors: file.extra_regressors.map(regressorOf),
  };
  const components = componentsOf(features);
  checkComponents(file, components);
  const model = checkModel({
    version: MODEL_VERSION,
    options: resolved,
    scaling: scalingOf(file, history),
    params: paramsOf(file, components.length > 0),
    ...features,
    bounds: { lower: null, upper: null },
    recurring: null,
    inactiveSeasonalities: inactiveOf(history.time, resolved, features.seasonalities),
    history: { start, end, count: history.time.length },
    fit: { status: 'imported', logPosterior: file.params.lp__, kkt: NaN },
  });
  return { model, history, prophetVersion: file.__prophet_version || file.__fbprophet_version };
}

function decoded(input: unknown): unknown {
  let value = input;
  for (let i = 0; i < 2 && typeof value === 'string'; i++) {
    if (value.length > MOST_CHARACTERS) {
      throw unreadable('model', `${value.length} characters`, `at most ${MOST_CHARACTERS}`);
    }
    value = fromJson(value, 'model');
  }
  return value;
}

function seasonalityOf(given: PythonFields['seasonalities'][number]): Seasonality {
  const { name, period, fourier_order, prior_scale, mode, condition_name } = given;
  return {
    name,
    periodMs: period,
    fourierOrder: fourier_order,
    priorScale: prior_scale,
    mode,
    conditionName: condition_name,
  };
}

function regressorOf({ name, prior_scale, mode, mu, std }: PythonFields['extra_regressors'][number]): FittedRegressor {
  return { name, priorScale: prior_scale, mode, mean: mu, deviation: std };
}

function optionsOf(
  file: PythonFields,
  { time }: ReadHistory,
  countryHolidays: readonly CountryHoliday[] | undefined,
): ResolvedOptions {
  const options: ResolvedOptions = {
    growth: file.growth,
    // Unlike its `changepoints_t`, Python's list of them is in the caller's order.
    changepoints: file.specified_changepoints ? Array.from(Float64Array.from(file.changepoints).sort()) : null,
    nChangepoints: changepointsWanted(file),
    changepointRange: file.changepoint_range,
    changepointPriorScale: file.changepoint_prior_scale,
    yearlySeasonality: file.yearly_seasonality,
    weeklySeasonality: file.weekly_seasonality,
    dailySeasonality: file.daily_seasonality,
    seasonalities: [],
    seasonalityMode: file.seasonality_mode,
    seasonalityPriorScale: file.seasonality_prior_scale,
    holidays: readHolidays(file, countryHolidays),
    holidaysMode: file.holidays_mode ?? file.seasonality_mode,
    holidaysPriorScale: file.holidays_prior_scale,
    regressors: file.extra_regressors.map(({ name, prior_scale: priorScale, standardize, mode }) => ({
      name,
      priorScale,
      standardize,
      mode,
    })),
    steps: [],
    bounds: { lower: null, upper: null, when: 'always' },
    timeZone: 'UTC',
    scaling: file.scaling,
    intervalWidth: file.interval_width,
  };
  // The file does not say who added a seasonality: it is built in if the options alone would have made it so.
  const builtIn = chooseSeasonalities(shapeOf(time), options).active;
  const isBuiltIn = (seasonality: Seasonality) => builtIn.some((one) => sameFields(one, seasonality));
  return { ...options, seasonalities: file.seasonalities.map(seasonalityOf).filter((one) => !isBuiltIn(one)) };
}

function changepointsWanted({ specified_changepoints: isExplicit, n_changepoints: n }: PythonFields): number {
  if (!isExplicit && n > MAX_CHANGEPOINTS) {
    throw cannotRead('n_changepoints', n, `at most ${MAX_CHANGEPOINTS} here`);
  }
  return Math.min(Math.max(n, 0), MAX_CHANGEPOINTS);
}

function scalingOf(file: PythonFields, { cap, floor }: ReadHistory): ModelScaling {
  const single = (bound: ValueOrColumn | undefined) => (typeof bound === 'number' ? bound : null);
  return {
    yScale: file.y_scale,
    yMin: file.y_min,
    hasFloor: floor !== undefined,
    floor: single(floor),
    cap: single(cap),
    timeStart: file.start,
    timeScaleMs: file.t_scale,
  };
}

function paramsOf(file: PythonFields, hasFeatures: boolean): Model['params'] {
  const { params, changepoints_t: tChange, growth } = file;
  const { k, m, delta, beta, sigma_obs: sigmaObs } = params;
  if (delta.length !== tChange.length || tChange.length === 0) {
    throw unreadable('params.delta', `${delta.length} items`, 'one for each of changepoints_t, at least one');
  }
  // Without any feature Stan is given one column of zeros, and its coefficient is stored.
  const own = { m, beta: hasFeatures ? beta : [], sigmaObs, tChange };
  // Flat growth has a rate and rate changes in the file that its trend does not use.
  return growth === 'flat' ? { ...own, k: 0, delta: delta.map(() => 0) } : { ...own, k, delta };
}

function inactiveOf(
  time: Float64Array,
  options: ResolvedOptions,
  active: readonly Seasonality[],
): readonly InactiveSeasonality[] {
  const byRule = chooseSeasonalities(shapeOf(time), options).inactive;
  return BUILT_IN.filter((name) => !active.some((seasonality) => seasonality.name === name)).map(
    (name) => byRule.find((one) => one.name === name) ?? { name, reason: 'not in the model that was read' },
  );
}
