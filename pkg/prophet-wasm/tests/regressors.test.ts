import { loadProphet, regressorCoefficients } from 'prophet-wasm';
import type { Model, Prophet, ProphetOptions, TimedHistory } from 'prophet-wasm';

import { businessDays, priceAt } from './businessDays.js';
import { featureMatrix } from './featureMatrix.js';

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

const time = businessDays(510);
const rows = time.map((_, i) => i);
const columns = {
  binary: rows.map((i) => (i < 255 ? 0 : 1)),
  numeric: rows,
  numeric2: rows,
  binary2: rows.map((i) => (i < 100 ? 1 : 0)),
  constant: rows.map(() => 0),
};
const history: TimedHistory = { time, y: rows.map(priceAt), regressors: columns };

const regressors: ProphetOptions['regressors'] = [
  { name: 'binary', priorScale: 0.2 },
  { name: 'numeric', priorScale: 0.5 },
  { name: 'numeric2', priorScale: 0.5, mode: 'multiplicative' },
  { name: 'binary2', standardize: true },
];

describe('a regressor', () => {
  let model: Model;
  beforeAll(() => {
    model = prophet.fit(history, { regressors });
  });

  it('is standardised unless it holds only 0 and 1, or as it is told', () => {
    const moments = model.regressors.map(({ name, mean, deviation }) => [name, mean, deviation]);
    expect(moments).toEqual([
      ['binary', 0, 1],
      ['numeric', 254.5, expect.closeTo(147.368585, 5)],
      ['numeric2', 254.5, expect.closeTo(147.368585, 5)],
      ['binary2', expect.closeTo(0.1960784, 6), expect.closeTo(0.3974183, 6)],
    ]);
    const matrix = featureMatrix(prophet, model, { time: [time[0]], regressors: firstRow() });
    expect(matrix).toHaveLength(30);
    const [binary, numeric, , binary2] = matrix.slice(26).map(([value]) => value);
    expect(binary).toBe(0);
    expect(numeric).toBeCloseTo(-1.726962, 4);
    expect(binary2).toBeCloseTo(2.022859, 4);
  });

  const firstRow = () => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [column[0]]]));

  it.each([2 ** -1000, 2 ** -800, 2 ** 800])('forecasts the same in a unit that makes it %d times as large', (unit) => {
    const fitIn = (size: number) => {
      const load = rows.map((i) => size * ((i * 37) % 11));
      return prophet.fit({ time, y: history.y, regressors: { load } }, { regressors: [{ name: 'load' }] });
    };
    const [one, other] = [fitIn(1), fitIn(unit)];
    expect(other.fit.logPosterior).toBeCloseTo(one.fit.logPosterior, 6);
    expect(other.params.beta.at(-1)).toBeCloseTo(one.params.beta.at(-1) ?? NaN, 9);
  });

  it('has the prior scale it is given, else holidaysPriorScale', () => {
    expect(model.regressors.map(({ priorScale }) => priorScale)).toEqual([0.2, 0.5, 0.5, 10]);
    const { regressors: fitted } = prophet.fit(history, { regressors: [{ name: 'binary' }], holidaysPriorScale: 3 });
    expect(fitted[0].priorScale).toBe(3);
  });

  it('is a component of the forecast, and in the total of its mode', () => {
    const future = { binary: [0], numeric: [20], numeric2: [20], binary2: [1] };
    const forecast = prophet.predict(model, { time: [Date.UTC(2014, 5, 1)], regressors: future });
    const { components, trend, yhat, additiveTerms, multiplicativeTerms } = forecast;
    const of = (name: string) => components[name][0];
    expect(Object.keys(components).sort()).toEqual(
      ['yearly', 'weekly', 'binary', 'numeric', 'numeric2', 'binary2']
        .concat('extraRegressorsAdditive', 'extraRegressorsMultiplicative')
        .sort(),
    );
    expect(of('binary')).toBeCloseTo(0, 12);
    expect(of('extraRegressorsAdditive')).toBeCloseTo(of('numeric') + of('binary2'), 12);
    expect(of('extraRegressorsMultiplicative')).toBe(of('numeric2'));
    expect(additiveTerms[0]).toBeCloseTo(of('yearly') + of('weekly') + of('extraRegressorsAdditive'), 12);
    expect(multiplicativeTerms[0]).toBe(of('numeric2'));
    expect(yhat[0]).toBeCloseTo(trend[0] * (1 + multiplicativeTerms[0]) + additiveTerms[0], 10);
  });

  it('of a single value is left as it is', () => {
    const { regressors: fitted } = prophet.fit(history, { regressors: [{ name: 'constant', standardize: true }] });
    expect(fitted[0]).toMatchObject({ mean: 0, deviation: 1 });
  });

  it('finds the effect that a series has', () => {
    const load = rows.map((i) => (i * 37) % 11);
    const y = rows.map((i) => priceAt(i) + 3 * load[i]);
    const fitted = prophet.fit({ time, y, regressors: { load } }, { regressors: [{ name: 'load' }] });
    const { components } = prophet.predict(fitted, { time: [time[9], time[9]], regressors: { load: [4, 5] } });
    expect(components.load[1] - components.load[0]).toBeCloseTo(3, 1);
  });

  it('has its coefficient in the units of the data, by one unit above its center', () => {
    const coefficients = regressorCoefficients(model);
    expect(coefficients.map(({ regressor, mode, center }) => [regressor, mode, center])).toEqual([
      ['binary', 'additive', 0],
      ['numeric', 'additive', 254.5],
      ['numeric2', 'multiplicative', 254.5],
      ['binary2', 'additive', expect.closeTo(0.1960784, 6)],
    ]);
    const at = (value: number) => ({ binary: [0], numeric: [value], numeric2: [value], binary2: [value] });
    const [low, high] = [7, 8].map((value) => {
      return prophet.predict(model, { time: [time[0]], regressors: at(value) }).components;
    });
    coefficients.slice(1).forEach(({ regressor, center, coef }) => {
      expect(high[regressor][0] - low[regressor][0]).toBeCloseTo(coef, 9);
      expect(low[regressor][0]).toBeCloseTo((7 - center) * coef, 9);
    });
    expect(regressorCoefficients(prophet.fit({ time, y: history.y }))).toEqual([]);
  });

  it('needs no value where y has none', () => {
    const gaps = { ...history, y: rows.map((i) => (i % 9 === 4 ? NaN : priceAt(i))) };
    const holes = { binary: columns.binary.map((value, i) => (i % 9 === 4 ? NaN : value)) };
    const options = { regressors: [{ name: 'binary' }] };
    expect(prophet.fit({ ...gaps, regressors: holes }, options)).toEqual(prophet.fit(gaps, options));
  });
});

describe('fit and predict with regressors', () => {
  it('refuse to do without a column', () => {
    const options = { regressors: [{ name: 'binary' }] };
    expect(() => prophet.fit({ ...history, regressors: {} }, options)).toThrow(
      'invalid regressors.binary: undefined (expected a column with one value for each row)',
    );
    const model = prophet.fit(history, options);
    expect(() => prophet.predict(model, time)).toThrow('invalid regressors.binary: undefined');
  });

  it.each([
    ['a missing value', [0, NaN], 'invalid regressors.load[1]: NaN (expected a number, at most 1e+300 in size)'],
    ['an infinite value', [Infinity, 0], 'invalid regressors.load[0]: Infinity'],
    ['another length', [1], 'invalid regressors.load: "1 values" (expected 2, one for each row)'],
  ])('refuse %s', (_, load, message) => {
    const two = { time: [0, 1000], y: [1, 2], regressors: { load } };
    expect(() => prophet.fit(two, { regressors: [{ name: 'load' }] })).toThrow(message);
  });

  it.each([
    ['[{ "name": "trend" }]', 'invalid regressor name: "trend"'],
    ['[{ "name": "daily" }]', 'invalid regressor name: "daily"'],
    ['[{ "name": "load", "priorScale": 0 }]', 'invalid priorScale of regressor load: 0'],
    ['[{ "name": "load", "standardize": "yes" }]', 'invalid standardize of regressor load: "yes"'],
    ['[{ "name": "load", "mode": "batman" }]', 'invalid mode of regressor load: "batman"'],
    ['[{ "name": "load" }, { "name": "load" }]', 'invalid regressor name: "load" (expected every name once)'],
  ])('refuse the regressors %s', (given, message) => {
    expect(() => prophet.fit(history, { regressors: JSON.parse(given) })).toThrow(message);
  });
});
