import { chooseSeasonalities, shapeOf } from '../features/chooseSeasonalities.js';
import { MODEL_VERSION, type Model } from '../fit/model.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';
import type { InactiveSeasonality, Seasonality } from '../features/seasonality.js';
import { checkModel } from './checkModel.js';
import { pythonFields, type PythonFields } from './pythonFields.js';
import { fromJson, unreadable } from './reader.js';

/** A model that Python Prophet fitted. */
export interface PythonModel {
  /** Ready for `predict`; its `fit.status` is `imported`. */
  readonly model: Model;
  /** The observations it was fitted to: times in epoch milliseconds (naive dates taken as UTC), ascending as stored. */
  readonly history: { readonly time: Float64Array; readonly y: Float64Array };
  /** The version of Prophet that wrote it; empty before 1.0. */
  readonly prophetVersion: string;
}

/** 200,000 rows take about 40 million. */
const MOST_CHARACTERS = 100_000_000;
const BUILT_IN = ['yearly', 'weekly', 'daily'] as const;
const ORDERS = { yearly: 10, weekly: 3, daily: 4 } as const;

/**
 * Reads the JSON of Python Prophet's `model_to_json`, of version 1.0.1 and earlier ones up to today's, as text (also
 * encoded twice, as upstream's own test files are) or as the value `JSON.parse` made of it.
 * @throws RangeError naming the field: `invalid …` for what no Prophet writes, `cannot read …` for what Prophet can do
 * and this package cannot.
 */
export function readPythonModel(input: unknown): PythonModel {
  const file = pythonFields(decoded(input), '');
  const history = {
    time: Float64Array.from(file.history, ({ ds }) => ds),
    y: Float64Array.from(file.history, ({ y }) => y),
  };
  const [start, end] = extentOf(history.time);
  const seasonalities = file.seasonalities.map(({ name, period, fourier_order, prior_scale }): Seasonality => ({
    name,
    periodMs: period,
    fourierOrder: fourier_order,
    priorScale: prior_scale,
    mode: 'additive',
    conditionName: null,
  }));
  const options = optionsOf(file, seasonalities);
  const model = checkModel({
    version: MODEL_VERSION,
    options,
    scaling: {
      yScale: file.y_scale,
      yMin: file.y_min,
      hasFloor: false,
      floor: null,
      cap: null,
      timeStart: file.start,
      timeScaleMs: file.t_scale,
    },
    params: paramsOf(file),
    seasonalities,
    holidays: [],
    regressors: [],
    inactiveSeasonalities: inactiveOf(history.time, options, seasonalities),
    history: { start, end, count: history.time.length },
    fit: { status: 'imported', logPosterior: file.params.lp__, kkt: NaN },
  });
  return { model, history, prophetVersion: file.__prophet_version };
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

function extentOf(time: Float64Array): [number, number] {
  if (time.length < 2) {
    throw unreadable('history', `${time.length} rows`, 'at least 2');
  }
  return [time[0], time[time.length - 1]];
}

function optionsOf(file: PythonFields, seasonalities: readonly Seasonality[]): ResolvedOptions {
  return {
    growth: file.growth,
    changepoints: file.specified_changepoints ? file.changepoints : null,
    nChangepoints: file.n_changepoints,
    changepointRange: file.changepoint_range,
    changepointPriorScale: file.changepoint_prior_scale,
    yearlySeasonality: file.yearly_seasonality,
    weeklySeasonality: file.weekly_seasonality,
    dailySeasonality: file.daily_seasonality,
    seasonalities: seasonalities.filter((seasonality) => !isBuiltIn(file, seasonality)),
    seasonalityMode: 'additive',
    seasonalityPriorScale: file.seasonality_prior_scale,
    holidays: [],
    holidaysMode: 'additive',
    holidaysPriorScale: 10,
    regressors: [],
    timeZone: 'UTC',
    scaling: file.scaling,
    intervalWidth: file.interval_width,
  };
}

/** The file does not say who added a seasonality: it is built in if the options alone would have made it so. */
function isBuiltIn(file: PythonFields, { name, fourierOrder, priorScale }: Seasonality): boolean {
  const builtIn = BUILT_IN.find((one) => one === name);
  if (builtIn === undefined) {
    return false;
  }
  const chosen = file[`${builtIn}_seasonality`];
  const order = typeof chosen === 'number' ? chosen : ORDERS[builtIn];
  return chosen !== false && order === fourierOrder && priorScale === file.seasonality_prior_scale;
}

function paramsOf({ params, changepoints_t: tChange, growth, seasonalities }: PythonFields): Model['params'] {
  if (params.delta.length !== tChange.length || tChange.length === 0) {
    throw unreadable('params.delta', `${params.delta.length} items`, 'one for each of changepoints_t, at least one');
  }
  const { k, m, delta, beta, sigma_obs: sigmaObs } = params;
  // Without any feature Stan is given one column of zeros, and its coefficient is stored.
  const own = { m, beta: seasonalities.length === 0 ? [] : beta, sigmaObs, tChange };
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
