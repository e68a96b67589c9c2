import { checkFields, checkObject } from './checkShape.js';
import { invalid } from './invalid.js';
import { MAX_FOURIER_ORDER, MIN_DURATION_MS } from './limits.js';
import type { CustomSeasonality } from './prophetOptions.js';

// Columns of a forecast and of Prophet's own data frames: a seasonality of such a name could not be told from them.
const COLUMNS = ['trend', 'additiveTerms', 'multiplicativeTerms', 'yhat', 'yhatLower', 'yhatUpper', 'time', 'y'];
const COLUMNS_UPSTREAM = ['additive_terms', 'multiplicative_terms', 'holidays', 'zeros', 'extra_regressors_additive'];
const MORE_UPSTREAM = ['extra_regressors_multiplicative', 'ds', 'cap', 'floor', 'y_scaled', 'cap_scaled'];
const reserved = new Set([...COLUMNS, ...COLUMNS_UPSTREAM, ...MORE_UPSTREAM]);
const builtIns = new Set(['daily', 'weekly', 'yearly']);

/**
 * Checks the caller's own seasonalities and completes their prior scales.
 * @throws RangeError naming the field, its value and what is allowed.
 */
export function parseSeasonalities(
  value: readonly CustomSeasonality[],
  priorScale: number,
): readonly Required<CustomSeasonality>[] {
  if (!Array.isArray(value)) {
    throw invalid('seasonalities', value, 'a list');
  }
  const names = new Set<string>();
  return Array.from(value, (seasonality: CustomSeasonality, i) => {
    checkObject(`seasonalities[${i}]`, seasonality, 'an object with name, periodMs and fourierOrder');
    const parsed = parseSeasonality(seasonality, priorScale);
    if (names.has(parsed.name)) {
      throw invalid('seasonality name', parsed.name, 'every name once');
    }
    names.add(parsed.name);
    return parsed;
  });
}

function parseSeasonality(seasonality: CustomSeasonality, defaultPriorScale: number): Required<CustomSeasonality> {
  const { name, periodMs, fourierOrder, priorScale = defaultPriorScale } = seasonality;
  checkName(name);
  checkFields(`field of seasonality ${name}`, seasonality, ['name', 'periodMs', 'fourierOrder', 'priorScale']);
  if (typeof periodMs !== 'number' || !(periodMs >= MIN_DURATION_MS && periodMs < Infinity)) {
    throw invalid(`periodMs of seasonality ${name}`, periodMs, `milliseconds, at least ${MIN_DURATION_MS}`);
  }
  if (!Number.isInteger(fourierOrder) || fourierOrder < 1 || fourierOrder > MAX_FOURIER_ORDER) {
    const expected = `a whole number from 1 to ${MAX_FOURIER_ORDER}`;
    throw invalid(`fourierOrder of seasonality ${name}`, fourierOrder, expected);
  }
  if (typeof priorScale !== 'number' || !(priorScale > 0 && priorScale < Infinity)) {
    throw invalid(`priorScale of seasonality ${name}`, priorScale, 'a number above 0');
  }
  return { name, periodMs, fourierOrder, priorScale };
}

function checkName(name: string): void {
  if (typeof name !== 'string' || name === '') {
    throw invalid('seasonality name', name, 'a word');
  }
  if (name === '__proto__') {
    throw invalid('seasonality name', name, 'a name that the field of an object can have');
  }
  const base = name.replace(/_(lower|upper)$/, '');
  const isBoundOfBuiltIn = base !== name && builtIns.has(base);
  if (reserved.has(base) || isBoundOfBuiltIn || name.includes('_delim_')) {
    throw invalid('seasonality name', name, 'a name that no column of a forecast has');
  }
}
