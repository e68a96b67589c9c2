import { loadProphet, type Prophet } from 'prophet-wasm';

const time = [0, 3_600_000, 7_200_000, 10_800_000];
const y = [1, 3, 2, 4];

describe('fit(history, options)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it.each([
    [
      'one row',
      { time: [5], y: [1] },
      'invalid history: 1 (expected at least 2 rows with a value; ask for a longer range)',
    ],
    ['rows without values', { time, y: [NaN, 1, NaN, NaN] }, 'invalid history: 1 (expected at least 2 rows'],
    ['one time only', { time: [7, 7, 7], y: [1, 2, 3] }, 'invalid history: 7 (expected at least 2 different times'],
    ['unequal lengths', { time, y: [1, 2] }, 'invalid history: "4 times, 2 values" (expected one value for each time)'],
    ['an infinite value', { time, y: [1, Infinity, 2, 3] }, 'invalid y of row 1: Infinity (expected a finite number'],
    ['an infinite time', { time: [0, 1, Infinity, 3], y }, 'invalid time of row 2: Infinity (expected finite epoch'],
    ['a missing time', { time: [0, NaN, 2, 3], y }, 'invalid time of row 1: NaN (expected finite epoch milliseconds'],
  ])('refuses %s', (_, history, message) => {
    expect(() => prophet.fit(history)).toThrow(RangeError);
    expect(() => prophet.fit(history)).toThrow(message);
  });

  it.each([
    ['{ "growht": "flat" }', 'unknown option: growht (expected one of growth, changepoints'],
    ['{ "growth": "constant" }', 'invalid growth: "constant" (expected linear or flat)'],
    ['{ "scaling": "zscore" }', 'invalid scaling: "zscore" (expected absmax or minmax)'],
    ['{ "changepointRange": -0.1 }', 'invalid changepointRange: -0.1 (expected a number from 0 to 1)'],
    ['{ "changepointRange": 2 }', 'invalid changepointRange: 2 (expected a number from 0 to 1)'],
    ['{ "changepointPriorScale": -1 }', 'invalid changepointPriorScale: -1 (expected a number above 0)'],
    ['{ "changepointPriorScale": 0 }', 'invalid changepointPriorScale: 0 (expected a number above 0)'],
    ['{ "seasonalityPriorScale": -10 }', 'invalid seasonalityPriorScale: -10 (expected a number above 0)'],
    ['{ "seasonalityPriorScale": null }', 'invalid seasonalityPriorScale: null (expected a number above 0)'],
    ['{ "nChangepoints": 2.5 }', 'invalid nChangepoints: 2.5 (expected a whole number from 0 to 1000)'],
    ['{ "changepoints": 5 }', 'invalid changepoints: 5 (expected a list of epoch milliseconds)'],
    ['{ "dailySeasonality": "on" }', 'invalid dailySeasonality: "on" (expected \'auto\', true, false or a Fourier'],
    ['{ "weeklySeasonality": -1 }', 'invalid weeklySeasonality: -1'],
    ['{ "intervalWidth": 1.2 }', 'invalid intervalWidth: 1.2 (expected a number above 0 and below 1)'],
    ['{ "intervalWidth": 0 }', 'invalid intervalWidth: 0'],
    ['{ "seasonalities": {} }', 'invalid seasonalities: an object (expected a list)'],
    [
      '{ "seasonalities": [{ "name": "trend", "periodMs": 1, "fourierOrder": 1 }] }',
      'invalid seasonality name: "trend"',
    ],
    [
      '{ "seasonalities": [{ "name": "a", "periodMs": 0, "fourierOrder": 1 }] }',
      'invalid periodMs of seasonality a: 0',
    ],
    [
      '{ "seasonalities": [{ "name": "a", "periodMs": 9, "fourierOrder": 0 }] }',
      'invalid fourierOrder of seasonality a: 0',
    ],
    [
      '{ "seasonalities": [{ "name": "a", "periodMs": 9, "fourierOrder": 1, "priorScale": -2 }] }',
      'invalid priorScale of seasonality a: -2 (expected a number above 0)',
    ],
    [
      '{ "seasonalities": [{ "name": "a", "periodMs": 9, "fourierOrder": 1 }, { "name": "a", "periodMs": 8, "fourierOrder": 1 }] }',
      'invalid seasonality name: "a" (expected every name once)',
    ],
  ])('refuses the options %s', (options, message) => {
    expect(() => prophet.fit({ time, y }, JSON.parse(options))).toThrow(message);
  });

  it('takes undefined for an option that is not given', () => {
    expect(prophet.fit({ time, y }, { growth: undefined })).toEqual(prophet.fit({ time, y }));
  });
});

describe('predict(model, time, options)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it('refuses times that are not finite', () => {
    const model = prophet.fit({ time, y });
    expect(() => prophet.predict(model, [0, NaN])).toThrow(
      'invalid time of row 1: NaN (expected finite epoch milliseconds',
    );
  });

  it('refuses a width outside 0 to 1', () => {
    const model = prophet.fit({ time, y });
    expect(() => prophet.predict(model, time, { intervalWidth: 95 })).toThrow('invalid intervalWidth: 95');
  });

  it('refuses a model of another version, and says what to do', () => {
    const model = JSON.parse(JSON.stringify({ ...prophet.fit({ time, y }), version: 2 }));
    expect(() => prophet.predict(model, time)).toThrow('invalid model version: 2 (expected 1; fit the model again)');
  });
});
