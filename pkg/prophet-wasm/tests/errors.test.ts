import { loadProphet, type Prophet } from 'prophet-wasm';

const time = [0, 3_600_000, 7_200_000, 10_800_000];
const y = [1, 3, 2, 4];

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

/** Values that a caller without types may pass: JSON, or nothing where the text is `undefined`. */
const untyped = (text: string) => (text === 'undefined' ? undefined : JSON.parse(text));

function expectRefusal(call: () => unknown, message: string): void {
  expect(call).toThrow(RangeError);
  expect(call).toThrow(message);
}

describe('fit(history, options)', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => i * 3_600_000);
  const values = rows.map((_, i) => Math.cos(i * i));
  const many = (count: number, fourierOrder: number) =>
    Array.from({ length: count }, (_, i) => ({ name: `s${i}`, periodMs: (i + 2) * 3_600_000, fourierOrder }));

  it.each([
    [{ seasonalities: many(4, 500) }, 'invalid number of coefficients: 4'],
    [{ seasonalities: many(300, 1) }, '(expected at most 500 for 20000 rows; lower the Fourier orders, or drop'],
    [{ seasonalities: many(170, 1), growth: 'logistic' }, '(expected at most 316 for 20000 rows'],
    [{ changepoints: rows.slice(0, 1001) }, 'invalid number of changepoints: 1001 (expected at most 1000)'],
  ] as const)('refuses what would take seconds, %#', (options, message) => {
    const cap = 'growth' in options ? 2 : undefined;
    expectRefusal(() => prophet.fit({ time: rows, y: values, cap }, options), message);
  });
});

describe('fit(history)', () => {
  it.each([
    [
      'no rows',
      { time: [], y: [] },
      'invalid history: 0 (expected at least 2 rows with a value; ask for a longer range)',
    ],
    ['one row', { time: [5], y: [1] }, 'invalid history: 1 (expected at least 2 rows'],
    ['rows without values', { time, y: [NaN, 1, NaN, NaN] }, 'invalid history: 1 (expected at least 2 rows'],
    ['one time only', { time: [7, 7, 7], y: [1, 2, 3] }, 'invalid history: 7 (expected at least 2 different times'],
    [
      'times in another unit',
      { time: [0, 1e-6], y: [1, 2] },
      'invalid span of the history: 0.000001 (expected at least',
    ],
    ['unequal lengths', { time, y: [1, 2] }, 'invalid history: "4 times, 2 values" (expected one value for each time)'],
    ['an infinite value', { time, y: [1, Infinity, 2, 3] }, 'invalid y of row 1: Infinity (expected a finite number'],
    [
      'a value too large to compute with',
      { time, y: [1, 2, -1.7e308, 1.7e308] },
      'invalid y of row 2: -1.7e+308 (expected at most 1e+300 in size; remove the row or use a larger unit)',
    ],
    [
      'an infinite time',
      { time: [0, 1, Infinity, 3], y },
      'invalid time of row 2: Infinity (expected epoch milliseconds from -8640000000000000 to 8640000000000000; remove',
    ],
    ['a missing time', { time: [0, NaN, 2, 3], y }, 'invalid time of row 1: NaN (expected epoch milliseconds'],
    ['a misspelt column', { time, y, capp: 5 }, 'unknown column of the history: capp (expected one of time, y, start'],
    [
      'a cap without logistic growth',
      { time, y, cap: 5 },
      'invalid cap: 5 (expected none with linear growth; set growth',
    ],
    ['a floor without logistic growth', { time, y, floor: [0, 0, 0, 0] }, 'invalid floor: a list (expected none with'],
    [
      'times in seconds',
      { time: [1_767_225_600, 1_767_225_660], y: [1, 2] },
      'invalid time of row 0: 1767225600 (expected epoch milliseconds; this looks like seconds: multiply times by 1000)',
    ],
    [
      'a start in seconds',
      { start: 1_767_225_600, stepMs: 60_000, y },
      'invalid start: 1767225600 (expected epoch milliseconds; this looks like seconds',
    ],
    ['a time after the last Date', { time: [9e15, 0, 1, 2], y }, 'invalid time of row 0: 9000000000000000 (expected'],
    ['a time before the first Date', { time: [0, 1, 2, -9e15], y }, 'invalid time of row 3: -9000000000000000 (expe'],
  ])('refuses %s', (_, history, message) => {
    expectRefusal(() => prophet.fit(history), message);
  });

  it.each([
    [
      'undefined',
      'invalid history: undefined (expected an object with the columns time and y, or with start, stepMs and y)',
    ],
    ['null', 'invalid history: null (expected an object with the columns time and y, or with start, stepMs and y)'],
    [
      '[[0, 1], [1, 2]]',
      'invalid history: a list (expected an object with the columns time and y, or with start, stepMs and y)',
    ],
    ['{ "y": [1, 2] }', 'invalid time: undefined (expected a list of epoch milliseconds)'],
    ['{ "time": [0, 1] }', 'invalid y: undefined (expected a list of values, one for each time)'],
    ['{ "time": [0, 1], "y": "12" }', 'invalid y: "12" (expected a list of values, one for each time)'],
    ['{ "time": [0, 1], "y": {} }', 'invalid y: an object (expected a list of values, one for each time)'],
    ['{ "start": 0, "stepMs": 1, "y": [1, null] }', 'invalid y of row 1: null (expected a finite number, or NaN'],
    ['{ "time": [0, 1], "y": [1, null] }', 'invalid y of row 1: null (expected a finite number, or NaN'],
    ['{ "time": [0, 1], "y": [1, "2"] }', 'invalid y of row 1: "2" (expected a finite number, or NaN'],
    ['{ "time": [0, "2024-01-01"], "y": [1, 2] }', 'invalid time of row 1: "2024-01-01" (expected epoch milliseconds'],
  ])('refuses %s', (history, message) => {
    expectRefusal(() => prophet.fit(untyped(history)), message);
  });
});

describe('fit(history)', () => {
  it.each([
    [{ time, y: [1n, 3n, 2n, 4n] }, 'invalid y of row 0: 1n (expected a finite number'],
    [{ time, y: BigInt64Array.of(0n, 3n, 2n, 4n) }, 'invalid y of row 0: 0n (expected a finite number'],
    [{ start: 0, stepMs: 60_000, y: BigInt64Array.of(0n, 3n) }, 'invalid y of row 0: 0n (expected a finite number'],
    [{ time: [0n, 1n], y: [1, 2] }, 'invalid time of row 0: 0n (expected epoch milliseconds'],
  ])('refuses bigints, %#', (history, message) => {
    expectRefusal(() => Reflect.apply(prophet.fit, prophet, [history]), message);
  });

  it.each([
    [1e160, 1],
    [1, 1e-320],
    [1, 1e-100],
  ])('refuses a cap of %d where y is about %d', (cap, size) => {
    const history = { time, y: y.map((value) => value * size), cap };
    const message = `invalid cap: ${cap} (expected at most 1000000000000 times the scale of y, ${4 * size}; growth that`;
    expectRefusal(() => prophet.fit(history, { growth: 'logistic' }), message);
  });

  it('refuses a regressor whose squares are no numbers where it is not standardized', () => {
    const history = { time, y, regressors: { load: [1e160, 0, 3e160, 2e160] } };
    expectRefusal(
      () => prophet.fit(history, { regressors: [{ name: 'load', standardize: false }] }),
      'invalid regressors.load[0]: 1e+160 (expected at most 1e+100 in size where it is not standardized)',
    );
  });
});

describe('predict(model, rows)', () => {
  it('refuses a misspelt column', () => {
    const rows = { time, regresors: { load: y } };
    const message = 'unknown column of the rows: regresors (expected one of time, y, start';
    expectRefusal(() => prophet.predict(prophet.fit({ time, y }), rows), message);
  });
});

describe('fit(history, options)', () => {
  it.each([
    ['null', 'invalid options: null (expected an object, or nothing)'],
    ['[]', 'invalid options: a list (expected an object, or nothing)'],
    ['{ "growht": "flat" }', 'unknown option: growht (expected one of growth, changepoints'],
    ['{ "seasonalityPriorScale": 5e-324 }', 'invalid seasonalityPriorScale: 5e-324 (expected at least 1e-100; leave'],
    ['{ "changepointPriorScale": 1e-200 }', 'invalid changepointPriorScale: 1e-200 (expected at least 1e-100; leave'],
    ['{ "growth": "constant" }', 'invalid growth: "constant" (expected linear or logistic or flat)'],
    ['{ "scaling": "zscore" }', 'invalid scaling: "zscore" (expected absmax or minmax)'],
    ['{ "changepointRange": -0.1 }', 'invalid changepointRange: -0.1 (expected a number from 0 to 1)'],
    ['{ "changepointRange": 2 }', 'invalid changepointRange: 2 (expected a number from 0 to 1)'],
    ['{ "changepointPriorScale": -1 }', 'invalid changepointPriorScale: -1 (expected a number above 0)'],
    ['{ "changepointPriorScale": 0 }', 'invalid changepointPriorScale: 0 (expected a number above 0)'],
    ['{ "seasonalityPriorScale": -10 }', 'invalid seasonalityPriorScale: -10 (expected a number above 0)'],
    ['{ "seasonalityPriorScale": null }', 'invalid seasonalityPriorScale: null (expected a number above 0)'],
    ['{ "nChangepoints": 2.5 }', 'invalid nChangepoints: 2.5 (expected a whole number from 0 to 1000)'],
    ['{ "changepoints": 5 }', 'invalid changepoints: 5 (expected a list of epoch milliseconds)'],
    ['{ "changepoints": [null] }', 'invalid changepoint: null (expected epoch milliseconds'],
    ['{ "changepoints": ["3600000"] }', 'invalid changepoint: "3600000" (expected epoch milliseconds'],
    ['{ "dailySeasonality": "on" }', 'invalid dailySeasonality: "on" (expected \'auto\', true, false or a Fourier'],
    ['{ "weeklySeasonality": -1 }', 'invalid weeklySeasonality: -1'],
    ['{ "intervalWidth": 1.2 }', 'invalid intervalWidth: 1.2 (expected a number above 0 and below 1)'],
    ['{ "intervalWidth": 0 }', 'invalid intervalWidth: 0'],
    ['{ "seasonalities": {} }', 'invalid seasonalities: an object (expected a list)'],
  ])('refuses the options %s', (options, message) => {
    expectRefusal(() => prophet.fit({ time, y }, untyped(options)), message);
  });

  it.each([NaN, Infinity])('refuses a prior scale of %d', (changepointPriorScale) => {
    const message = `invalid changepointPriorScale: ${changepointPriorScale} (expected a number above 0)`;
    expectRefusal(() => prophet.fit({ time, y }, { changepointPriorScale }), message);
  });

  it.each([
    ['[null]', 'invalid seasonalities[0]: null (expected an object with name, periodMs and fourierOrder)'],
    ['[{ "periodMs": 9, "fourierOrder": 1 }]', 'invalid seasonality name: undefined (expected a word)'],
    [
      '[{ "name": "a", "periodMs": 0, "fourierOrder": 1 }]',
      'invalid periodMs of seasonality a: 0 (expected milliseconds',
    ],
    ['[{ "name": "a", "periodMs": 1e-300, "fourierOrder": 1 }]', 'invalid periodMs of seasonality a: 1e-300'],
    ['[{ "name": "a", "periodMs": 9, "fourierOrder": 0 }]', 'invalid fourierOrder of seasonality a: 0'],
    [
      '[{ "name": "a", "periodMs": 9, "fourierOrder": 1, "priorScale": -2 }]',
      'invalid priorScale of seasonality a: -2 (expected a number above 0)',
    ],
    [
      '[{ "name": "a", "periodMs": 9, "fourierOrder": 1, "period": 7 }]',
      'unknown field of seasonality a: period (expected one of name, periodMs, fourierOrder, priorScale, mode, conditionName)',
    ],
    [
      '[{ "name": "a", "periodMs": 9, "fourierOrder": 1 }, { "name": "a", "periodMs": 8, "fourierOrder": 1 }]',
      'invalid seasonality name: "a" (expected every name once)',
    ],
  ])('refuses the seasonalities %s', (seasonalities, message) => {
    expectRefusal(() => prophet.fit({ time, y }, { seasonalities: untyped(seasonalities) }), message);
  });

  it.each([
    ['', 'a word'],
    ['__proto__', 'a name that the field of an object can have'],
    ['trend', 'a name that no column of a forecast has'],
    ['trend_lower', 'a name that no column of a forecast has'],
    ['daily_upper', 'a name that no column of a forecast has'],
    ['yhatUpper', 'a name that no column of a forecast has'],
    ['holidays', 'a name that no column of a forecast has'],
    ['y_scaled', 'a name that no column of a forecast has'],
    ['a_delim_b', 'a name that no column of a forecast has'],
  ])('refuses a seasonality named "%s"', (name, expected) => {
    const seasonalities = [{ name, periodMs: 7_200_000, fourierOrder: 1 }];
    const message = `invalid seasonality name: "${name}" (expected ${expected})`;
    expectRefusal(() => prophet.fit({ time, y }, { seasonalities }), message);
  });

  it('takes undefined for an option that is not given', () => {
    expect(prophet.fit({ time, y }, { growth: undefined })).toEqual(prophet.fit({ time, y }));
  });

  it('leaves no trace in the next fit, not even after an error', () => {
    const alone = prophet.fit({ time, y });
    prophet.fit({ time: time.slice(0, 3), y: y.slice(1) }, { dailySeasonality: 9 });
    expectRefusal(() => prophet.fit({ time, y }, { changepoints: [-1] }), 'invalid changepoint: -1');
    expect(prophet.fit({ time, y })).toEqual(alone);
  });
});

describe('predict(model, time, options)', () => {
  const model = () => prophet.fit({ time, y });

  it.each([
    ['undefined', 'invalid time: undefined (expected a list of epoch milliseconds, or rows with such a list)'],
    ['3600000', 'invalid time: 3600000 (expected a list of epoch milliseconds, or rows with such a list)'],
    ['[0, null]', 'invalid time of row 1: null (expected epoch milliseconds'],
    ['["3600000"]', 'invalid time of row 0: "3600000" (expected epoch milliseconds'],
    ['[0, 9e15]', 'invalid time of row 1: 9000000000000000 (expected epoch milliseconds from -8640000000000000 to'],
  ])('refuses the times %s', (times, message) => {
    expectRefusal(() => prophet.predict(model(), untyped(times)), message);
  });

  it('refuses a missing time', () => {
    expectRefusal(() => prophet.predict(model(), [0, NaN]), 'invalid time of row 1: NaN (expected epoch milliseconds');
  });

  it.each([
    ['null', 'invalid options: null (expected an object, or nothing)'],
    ['{ "interval_width": 0.5 }', 'unknown option: interval_width (expected intervalWidth)'],
    ['{ "intervalWidth": 95 }', 'invalid intervalWidth: 95 (expected a number above 0 and below 1)'],
  ])('refuses the options %s', (options, message) => {
    expectRefusal(() => prophet.predict(model(), time, untyped(options)), message);
  });

  it.each(['undefined', 'null', '[]'])('refuses %s for a model', (given) => {
    expectRefusal(() => prophet.predict(untyped(given), time), '(expected what fit returned)');
  });

  it('refuses a model of another version, and says what to do', () => {
    const other = untyped(JSON.stringify({ ...model(), version: 4 }));
    expectRefusal(
      () => prophet.predict(other, time),
      'invalid model version: 4 (expected 3; read it with parseModel, or fit it again)',
    );
  });
});
