import { invalid } from '../invalid.js';

// Columns of a forecast and of Prophet's own data frames: a component of such a name could not be told from them.
const COLUMNS = ['trend', 'additiveTerms', 'multiplicativeTerms', 'yhat', 'yhatLower', 'yhatUpper', 'time', 'y'];
const MORE_COLUMNS = ['trendLower', 'trendUpper', 'extraRegressorsAdditive', 'extraRegressorsMultiplicative'];
const COLUMNS_UPSTREAM = ['additive_terms', 'multiplicative_terms', 'holidays', 'zeros', 'extra_regressors_additive'];
const MORE_UPSTREAM = ['extra_regressors_multiplicative', 'ds', 'cap', 'floor', 'y_scaled', 'cap_scaled'];
const reserved = new Set([...COLUMNS, ...MORE_COLUMNS, ...COLUMNS_UPSTREAM, ...MORE_UPSTREAM]);
const builtIns = new Set(['daily', 'weekly', 'yearly']);

/**
 * Refuses what cannot be the name of a component.
 * @param what What it would name, for the message.
 * @throws RangeError saying what such a name should be.
 */
export function checkName(what: string, name: unknown): asserts name is string {
  if (typeof name !== 'string' || name === '') {
    throw invalid(`${what} name`, name, 'a word');
  }
  if (name === '__proto__') {
    throw invalid(`${what} name`, name, 'a name that the field of an object can have');
  }
  const base = name.replace(/_(lower|upper)$/, '');
  const isBoundOfBuiltIn = base !== name && builtIns.has(base);
  const isBuiltIn = what !== 'seasonality' && builtIns.has(name);
  if (reserved.has(base) || isBoundOfBuiltIn || isBuiltIn || name.includes('_delim_')) {
    throw invalid(`${what} name`, name, 'a name that no column of a forecast has');
  }
}

/**
 * Refuses a name that another component has.
 * @param taken What has a name already, by name; the new one is added.
 * @throws RangeError naming both.
 */
export function claimName(what: string, name: string, taken: Map<string, string>): void {
  const owner = taken.get(name);
  if (owner !== undefined) {
    throw invalid(`${what} name`, name, owner === what ? 'every name once' : `another name: a ${owner} has this one`);
  }
  taken.set(name, what);
}
