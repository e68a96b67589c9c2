import { invalid } from './invalid.js';
import { MAX_FOURIER_ORDER } from './limits.js';
import type { CustomSeasonality } from './prophetOptions.js';

// Columns of a forecast and of Prophet's own data frames: a seasonality of such a name could not be told from them.
const RESERVED = ['trend', 'additiveTerms', 'multiplicativeTerms', 'yhat', 'yhatLower', 'yhatUpper', 'time', 'y'];
const RESERVED_UPSTREAM = ['additive_terms', 'multiplicative_terms', 'holidays', 'zeros', 'extra_regressors_additive'];
const RESERVED_COLUMNS = ['extra_regressors_multiplicative', 'ds', 'cap', 'floor', 'y_scaled', 'cap_scaled'];

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
  return value.map((seasonality: CustomSeasonality) => {
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
  if (typeof periodMs !== 'number' || !(periodMs > 0 && periodMs < Infinity)) {
    throw invalid(`periodMs of seasonality ${name}`, periodMs, 'milliseconds above 0');
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
  const base = name.replace(/_(lower|upper)$/, '');
  if ([...RESERVED, ...RESERVED_UPSTREAM, ...RESERVED_COLUMNS].includes(base) || name.includes('_delim_')) {
    throw invalid('seasonality name', name, 'a name that no column of a forecast has');
  }
}
