import type { Model } from '../fit/model.js';
import { unreadable } from './reader.js';

/**
 * What the fields of a model owe each other.
 * @throws RangeError naming the field that does not fit the others.
 */
export function checkModel(model: Model): Model {
  const { params, seasonalities, holidays, regressors, history, options } = model;
  const nWaves = seasonalities.reduce((sum, { fourierOrder }) => sum + 2 * fourierOrder, 0);
  const nBeta = nWaves + holidays.length + regressors.length;
  checkLength('params.beta', params.beta, nBeta, 'two for each Fourier order, one for each holiday and regressor');
  checkLength('params.delta', params.delta, params.tChange.length, 'one for each of params.tChange');
  checkOnce('seasonalities', seasonalities);
  checkOnce('options.seasonalities', options.seasonalities);
  checkOnce('regressors', regressors);
  checkAscending('params.tChange', params.tChange);
  checkAscending('options.changepoints', options.changepoints ?? []);
  if (params.tChange.length === 0) {
    throw unreadable('params.tChange', '0 items', 'at least one; 0 where there is no changepoint');
  }
  if (history.end <= history.start) {
    throw unreadable('history.end', history.end, `a time after history.start, ${history.start}`);
  }
  return model;
}

function checkLength(at: string, values: readonly number[], length: number, why: string): void {
  if (values.length !== length) {
    throw unreadable(at, `${values.length} items`, `${length}: ${why}`);
  }
}

function checkOnce(at: string, named: readonly { readonly name: string }[]): void {
  const names = new Set<string>();
  named.forEach(({ name }, i) => {
    if (names.has(name)) {
      throw unreadable(`${at}[${i}].name`, name, 'every name once');
    }
    names.add(name);
  });
}

function checkAscending(at: string, values: readonly number[]): void {
  const i = values.findIndex((value, index) => index > 0 && value < values[index - 1]);
  if (i !== -1) {
    throw unreadable(`${at}[${i}]`, values[i], `at least the one before it, ${values[i - 1]}`);
  }
}
