import { byCodePoint } from '../../features/byCodePoint.js';
import type { FittedRegressor } from '../../features/regressor.js';
import type { Seasonality } from '../../features/seasonality.js';
import type { Model } from '../../fit/model.js';
import type { Mode } from '../../options/prophetOptions.js';
import { componentsOf } from './components.js';
import { writeTable } from './pandas.js';
import { holidayNames } from './writeHolidays.js';

const DAY_MS = 86_400_000;
const TOTALS = {
  additive: { terms: 'additive_terms', regressors: 'extra_regressors_additive' },
  multiplicative: { terms: 'multiplicative_terms', regressors: 'extra_regressors_multiplicative' },
} as const;

/** Seasonalities and regressors, and which component has which coefficient, under Python's names. */
export function writeFeatures(model: Model): object {
  return {
    component_modes: {
      additive: componentsIn('additive', model),
      multiplicative: componentsIn('multiplicative', model),
    },
    seasonalities: namedSettings(model.seasonalities, seasonalitySettings),
    extra_regressors: namedSettings(model.regressors, (regressor) => regressorSettings(model, regressor)),
    train_component_cols: componentTable(model),
  };
}

/** Components of a mode, and the totals they count towards. */
function componentsIn(mode: Mode, model: Model): readonly string[] {
  const { seasonalities, regressors, options } = model;
  const own = (named: readonly { readonly name: string; readonly mode: Mode }[]) =>
    named.filter((one) => one.mode === mode).map(({ name }) => name);
  const isOfHolidays = options.holidaysMode === mode;
  return [
    ...own(seasonalities),
    ...(isOfHolidays ? holidayNames(model) : []),
    ...own(regressors),
    TOTALS[mode].terms,
    TOTALS[mode].regressors,
    ...(isOfHolidays ? ['holidays'] : []),
  ];
}

/** `[ordered names, { name: settings }]`. */
function namedSettings<T extends { readonly name: string }>(
  items: readonly T[],
  settings: (item: T) => object,
): object {
  return [items.map(({ name }) => name), Object.fromEntries(items.map((item) => [item.name, settings(item)]))];
}

function seasonalitySettings({ periodMs, fourierOrder, priorScale, mode, conditionName }: Seasonality): object {
  return {
    period: periodMs / DAY_MS,
    fourier_order: fourierOrder,
    prior_scale: priorScale,
    mode,
    condition_name: conditionName,
  };
}

function regressorSettings({ options }: Model, { name, priorScale, mode, mean, deviation }: FittedRegressor): object {
  const standardize = options.regressors.find((one) => one.name === name)?.standardize;
  // Python can forecast a regressor by a model of its own, which a file does not hold.
  const noModel = { predictor_spec: null, predictor: null };
  return { prior_scale: priorScale, standardize, mu: mean, std: deviation, mode, ...noModel };
}

/** Which component has which coefficient: 0 or 1, a row for each. Without any, one row of zeros. */
function componentTable(model: Model): string {
  const components = componentsOf(model);
  const members = components.map((name) => [name, ...totalsOf(name, model)]);
  const names = [...new Set(members.flat())].sort(byCodePoint);
  const missing = [TOTALS.additive.terms, TOTALS.multiplicative.terms].filter((name) => !names.includes(name));
  const memberSets = members.map((one) => new Set(one));
  return writeTable(
    Math.max(components.length, 1),
    [...names, ...missing].map((name) => ({
      name,
      type: 'integer',
      at: (row) => (memberSets[row]?.has(name) ? 1 : 0),
    })),
  );
}

/** The totals that a component counts towards. */
function totalsOf(name: string, { seasonalities, regressors, options }: Model): readonly string[] {
  const regressor = regressors.find((one) => one.name === name);
  if (regressor !== undefined) {
    return [TOTALS[regressor.mode].terms, TOTALS[regressor.mode].regressors];
  }
  const seasonality = seasonalities.find((one) => one.name === name);
  return seasonality === undefined
    ? [TOTALS[options.holidaysMode].terms, 'holidays']
    : [TOTALS[seasonality.mode].terms];
}
