import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { crossValidate, loadProphet, readPythonModel, type Prophet } from 'prophet-wasm';

import { itWithReference } from '../reference.js';
import { futureOf, pythonCase, pythonCases, readCase, version101 } from './pythonModels.js';

const ABOVE_FLOOR = 'multiplicative above a floor';
const DAY_MS = 86_400_000;
const JANUARY_30 = Date.UTC(2020, 0, 30);

describe('readPythonModel(json)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it.each(pythonCases.filter(({ name }) => name !== ABOVE_FLOOR))(
    'forecasts what Python does with its own file: $name',
    (given) => {
      const { model, prophetVersion } = readCase(given);
      const forecast = prophet.predict(model, futureOf(given));
      expect(prophetVersion).toBe('1.5.0');
      given.yhat.forEach((expected, i) => expect(forecast.yhat[i]).toBeCloseTo(expected, 9));
      given.trend.forEach((expected, i) => expect(forecast.trend[i]).toBeCloseTo(expected, 9));
      given.multiplicativeTerms.forEach((expected, i) =>
        expect(forecast.multiplicativeTerms[i]).toBeCloseTo(expected, 11),
      );
    },
  );

  it('forecasts what was fitted where Python does not: it multiplies the floor by the multiplicative terms too', () => {
    const given = pythonCase(ABOVE_FLOOR);
    const { model, history } = readCase(given);
    const { yhat, multiplicativeTerms } = prophet.predict(model, futureOf(given));
    const { yMin } = model.scaling;
    given.yhat.forEach((theirs, i) => expect(yhat[i]).toBeCloseTo(theirs - yMin * multiplicativeTerms[i], 9));
    const residuals = prophet.predict(model, history).yhat.map((value, i) => value - history.y[i]);
    expect(Math.max(...residuals.map(Math.abs))).toBeLessThan(4 * model.params.sigmaObs * model.scaling.yScale);
  });

  it.each(pythonCases)('gives a history that the options can be fitted to again, no worse: $name', (given) => {
    const { model, history } = readCase(given);
    const again = prophet.fit(history, model.options);
    expect(again.options).toEqual(model.options);
    expect(again.seasonalities).toEqual(model.seasonalities);
    expect(again.holidays).toEqual(model.holidays);
    expect(again.params.tChange).toEqual(model.params.tChange);
    again.regressors.forEach(({ mean, deviation, ...rest }, i) => {
      expect(model.regressors[i]).toMatchObject(rest);
      expect(model.regressors[i].mean).toBeCloseTo(mean, 8);
      expect(model.regressors[i].deviation).toBeCloseTo(deviation, 8);
    });
    expect(again.scaling.yScale).toBeCloseTo(model.scaling.yScale, 8);
    expect(again.scaling.yMin).toBeCloseTo(model.scaling.yMin, 8);
    if (model.fit.logPosterior > 0) {
      expect(again.fit.logPosterior).toBeGreaterThan(model.fit.logPosterior - 1e-4);
    }
  });

  it.each(pythonCases)('gives a history that can be cross-validated: $name', (given) => {
    const { model, history } = readCase(given);
    const horizonMs = history.time[2] - history.time[0];
    const cutoffs = [history.time[history.time.length - 4]];
    const { y, yhat } = crossValidate(prophet, model, history, { horizonMs, cutoffs });
    expect(y).toEqual(history.y.slice(-3, -1));
    yhat.forEach((value, i) => expect(Math.abs(value - y[i])).toBeLessThan(15));
  });

  it('gives cap and floor as columns, or as one number where they never change', () => {
    const moving = readCase(pythonCase('logistic between a floor and a cap that move, minmax'));
    expect(moving.history.cap).toEqual(Float64Array.from({ length: 24 }, (_, i) => 80 + 0.5 * i));
    expect(moving.history.floor).toEqual(Float64Array.from({ length: 24 }, (_, i) => 20 + 0.25 * i));
    expect(moving.model.scaling).toMatchObject({ yMin: 20, yScale: 71.5, hasFloor: true, floor: null, cap: null });
    const still = readCase(pythonCase('logistic below a cap'));
    expect(still.history).toMatchObject({ cap: 80 });
    expect(still.history.floor).toBeUndefined();
    expect(still.model.scaling).toMatchObject({ yMin: 0, hasFloor: false, floor: null, cap: 80 });
  });

  it('gives regressors in the caller’s units, and their settings', () => {
    const { model, history } = readCase(pythonCase('regressors'));
    const { price, promo, rain, always } = history.regressors ?? {};
    Array.from(price).forEach((value, i) => expect(value).toBeCloseTo(100 + 7 * Math.cos(i), 7));
    expect(Array.from(promo)).toEqual(Array.from(promo, (_, i) => (i % 3) >> 1));
    Array.from(rain).forEach((value, i) => expect(value).toBeCloseTo(i % 5 === 4 ? 1 : 0, 7));
    expect(Array.from(always)).toEqual(Array.from(always, () => 2));
    expect(model.options.regressors).toEqual([
      { name: 'price', priorScale: 0.5, standardize: 'auto', mode: 'additive' },
      { name: 'promo', priorScale: 4, standardize: 'auto', mode: 'additive' },
      { name: 'rain', priorScale: 4, standardize: true, mode: 'multiplicative' },
      { name: 'always', priorScale: 4, standardize: 'auto', mode: 'additive' },
    ]);
    expect(model.regressors.slice(1)).toMatchObject([
      { name: 'promo', mean: 0, deviation: 1 },
      { name: 'rain', mean: 1 / 6 },
      { name: 'always', mean: 0, deviation: 1 },
    ]);
  });

  it('gives conditions as true and false, and seasonalities with their modes', () => {
    const { model, history } = readCase(pythonCase('multiplicative, and conditions'));
    expect(history.conditions?.['is night']).toEqual(Array.from(history.time, (_, i) => i % 4 === 0));
    expect(model.seasonalities).toMatchObject([
      { name: 'weekend', mode: 'additive', conditionName: 'is weekend' },
      { name: 'night', mode: 'multiplicative', conditionName: 'is night' },
      { name: 'daily', mode: 'multiplicative', conditionName: null },
    ]);
    expect(model.options.seasonalities).toEqual(model.seasonalities.slice(0, 2));
    expect(model.options).toMatchObject({ seasonalityMode: 'multiplicative', holidaysMode: 'multiplicative' });
  });

  it('gives holidays as calendar days; a window of which one end is missing is none, as in Python', () => {
    const { model } = readCase(pythonCase('holidays with windows, multiplicative'));
    expect(model.options.holidays).toEqual([
      { name: 'xmas', day: '2023-12-25', lowerWindow: -1, upperWindow: 10, priorScale: 5 },
      { name: 'xmas', day: '2024-12-25', lowerWindow: -1, upperWindow: 10, priorScale: 5 },
      { name: '🎄', day: '2023-12-20', lowerWindow: 0, upperWindow: 0, priorScale: 10 },
      { name: 'ﾘ', day: '2023-12-18', lowerWindow: 0, upperWindow: 1, priorScale: 10 },
      { name: 'sale', day: '2023-12-23', lowerWindow: 0, upperWindow: 0, priorScale: 10 },
    ]);
    expect(model.holidays.map(({ name, offset }) => `${name} ${offset}`)).toEqual([
      'sale 0',
      ...[0, 1, 10, 2, 3, 4, 5, 6, 7, 8, 9, -1].map((offset) => `xmas ${offset}`),
      'ﾘ 0',
      'ﾘ 1',
      '🎄 0',
    ]);
    expect(model.options).toMatchObject({ holidaysMode: 'multiplicative', seasonalityMode: 'additive' });
  });

  describe('with country_holidays', () => {
    const { json, countryHolidays = [] } = pythonCase('holidays of a country and one more');

    it('needs their days, which the file does not hold', () => {
      expect(() => readPythonModel(json)).toThrow(
        'cannot read country_holidays: DE (its days are not in the file: pass them as countryHolidays, a list of { name, day })',
      );
    });

    it('needs a day of every name that was trained', () => {
      const given = countryHolidays.filter(({ name }) => name !== 'Good Friday');
      expect(() => readPythonModel(json, { countryHolidays: given })).toThrow(
        'cannot read train_holiday_names: Good Friday (no day of this name in the table of holidays, nor in countryHolidays for DE)',
      );
    });

    it('leaves out names that were not trained', () => {
      const given = [...countryHolidays, { name: 'Independence Day', day: '2024-07-04' }];
      expect(readPythonModel(json, { countryHolidays: given })).toEqual(readPythonModel(json, { countryHolidays }));
    });

    it.each<[unknown, string]>([
      [{ countryHolidays: 'DE' }, 'invalid countryHolidays: "DE" (expected a list)'],
      [{ countryHolidays: ['2024-01-01'] }, 'invalid countryHolidays[0]: "2024-01-01" (expected an object with name'],
      [{ countryHolidays: [{ name: 'x', day: 'today' }] }, 'invalid countryHolidays[0].day: "today" (expected a cal'],
      [{ countryHolidays: [{ day: '2024-01-01' }] }, 'invalid countryHolidays[0].name: undefined (expected a name of'],
      [{ countryHolidays: [{ name: 'x', date: '' }] }, 'unknown field of countryHolidays[0]: date (expected one of'],
      [{ holidays: [] }, 'unknown option: holidays (expected countryHolidays)'],
      [null, 'invalid options: null (expected an object, or nothing)'],
    ])('says what is wrong with the option: %j', (options, message) => {
      expect(() => Reflect.apply(readPythonModel, undefined, [json, options])).toThrow(message);
    });
  });

  it('reads version 1.0.1: scaling absmax, y_min 0, the same last forecast', () => {
    const { model, history, prophetVersion } = readPythonModel(JSON.stringify(version101()));
    const { yhat } = prophet.predict(model, [Date.UTC(2020, 0, 1), JANUARY_30]);
    expect(yhat[0]).toBeCloseTo(0, 11);
    expect(yhat[1]).toBeCloseTo(29.2828108447, 9);
    expect(prophetVersion).toBe('1.0.1');
    expect(model.options.scaling).toBe('absmax');
    expect(model.scaling).toMatchObject({ yScale: 19, yMin: 0, hasFloor: false });
    expect(model.scaling).toMatchObject({ timeStart: Date.UTC(2020, 0, 1), timeScaleMs: 19 * DAY_MS });
    expect(model.history).toEqual({ start: Date.UTC(2020, 0, 1), end: Date.UTC(2020, 0, 20), count: 20 });
    expect(Array.from(history.y)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  itWithReference('reads upstream’s own file of version 1.0.1, a JSON text within a JSON text', () => {
    const path = join(__dirname, '../../../../../shared/reference/prophet/serialized_model_v1.0.1.json');
    const { model } = readPythonModel(readFileSync(path, 'utf8'));
    expect(prophet.predict(model, [JANUARY_30]).yhat[0]).toBeCloseTo(29.282810844704414, 9);
  });

  it('reads a file without a version, or under its name before 1.0', () => {
    const { __prophet_version, ...rest } = version101();
    expect(readPythonModel(rest).prophetVersion).toBe('');
    expect(readPythonModel({ ...rest, __fbprophet_version: '0.7.1' }).prophetVersion).toBe('0.7.1');
  });

  it('takes the value as well as the text', () => {
    expect(readPythonModel(version101())).toEqual(readPythonModel(JSON.stringify(version101())));
  });

  it('does not claim to have checked the fit', () => {
    expect(readPythonModel(version101()).model.fit).toEqual({ status: 'imported', logPosterior: NaN, kkt: NaN });
    expect(readPythonModel(pythonCases[0].json).model.fit.logPosterior).toBeGreaterThan(0);
  });

  it('tells the caller’s own seasonalities from built-in ones, so that the options can be fitted again', () => {
    const { model } = readPythonModel(pythonCases[1].json);
    expect(
      model.seasonalities.map(({ name, periodMs, fourierOrder }) => [name, periodMs / DAY_MS, fourierOrder]),
    ).toEqual([
      ['two days', 2, 2],
      ['weekly', 7, 3],
      ['daily', 1, 2],
    ]);
    expect(model.options.seasonalities.map(({ name }) => name)).toEqual(['two days']);
  });

  it('says why a built-in seasonality is off', () => {
    expect(readPythonModel(version101()).model.inactiveSeasonalities).toEqual([
      { name: 'yearly', reason: 'the history spans 19 d, less than 730 d' },
      { name: 'daily', reason: 'the rows are 1 d apart, not less than 1 d' },
    ]);
  });

  it('takes a custom seasonality of a built-in one’s name for what it is', () => {
    const { model } = readPythonModel({ ...version101(), ...seasonality({ period: 3.5 }) });
    expect(model.options.seasonalities).toEqual(model.seasonalities);
    expect(readPythonModel(version101()).model.options.seasonalities).toEqual([]);
  });

  it('reads explicit changepoints in any order, and those that were wanted where there was no room', () => {
    const { model } = readCase(pythonCase('regressors'));
    expect(model.options.changepoints).toEqual([Date.UTC(2024, 0, 8), Date.UTC(2024, 0, 15)]);
    const none = {
      n_changepoints: -1,
      changepoints: '{"data":[]}',
      changepoints_t: [0],
      ...params({ delta: [[0]] }),
    };
    expect(readPythonModel({ ...version101(), ...none }).model.options.nChangepoints).toBe(0);
  });

  const seasonality = (change: object) => {
    const weekly = { period: 7, fourier_order: 3, prior_scale: 10, mode: 'additive', condition_name: null };
    return { seasonalities: [['weekly'], { weekly: { ...weekly, ...change } }] };
  };
  const regressor = (name: string, change: object = {}) => {
    const price = { prior_scale: 10, standardize: 'auto', mu: 0, std: 1, mode: 'additive' };
    return { extra_regressors: [[name], { [name]: { ...price, ...change } }] };
  };
  const holiday = (change: object) => {
    const row = { holiday: 'sale', ds: '2020-01-05T00:00:00.000', lower_window: 0, upper_window: 0, prior_scale: null };
    return { holidays: JSON.stringify({ data: [{ ...row, ...change }] }), train_holiday_names: '{"data":["sale"]}' };
  };

  it.each<[object, string]>([
    [{ mcmc_samples: 300 }, 'cannot read mcmc_samples: 300 (draws of the parameters, of which this package has none'],
    [{ n_changepoints: 2000 }, 'cannot read n_changepoints: 2000 (at most 1000 here)'],
    [holiday({ upper_window: 400 }), 'cannot read holidays[0].upper_window: 400 (windows reach at most 366 days here)'],
    [holiday({ lower_window: -400 }), 'cannot read holidays[0].lower_window: -400 (windows reach at most 366 days'],
    [regressor('time'), 'cannot read extra_regressors[0][0]: time (no name that a regressor can have here; rename it'],
    [{ train_holiday_names: '{"data":["sale"]}' }, 'cannot read train_holiday_names: sale (the table of holidays has'],
  ])('refuses what Prophet can do and the model cannot, by field and value: %j', (change, message) => {
    expect(() => readPythonModel({ ...version101(), ...change })).toThrow(message);
  });

  const params = (change: object) => ({ params: { ...Object(version101().params), ...change } });
  const table = (data: unknown) => ({ history: JSON.stringify({ data }) });

  it.each<[object, string]>([
    [{ growth: 'cubic' }, 'invalid growth: "cubic" (expected linear or logistic or flat)'],
    [{ y_scale: 0 }, 'invalid y_scale: 0 (expected a finite number above 0)'],
    [{ start: '2020' }, 'invalid start: "2020" (expected a finite number)'],
    [{ start: 1e14 }, 'invalid start: 100000000000000 (expected a time within 270,000 years'],
    [{ interval_width: 1.2 }, 'invalid interval_width: 1.2 (expected a number above 0 and below 1)'],
    [{ weekly_seasonality: -1 }, 'invalid weekly_seasonality: -1'],
    [{ changepoints: [1] }, 'invalid changepoints: a list (expected a text that holds JSON)'],
    [{ changepoints: '{"data":["31.1.2020"]}' }, 'invalid changepoints[0]: "31.1.2020" (expected a time as 2020-01-31'],
    [{ seasonalities: {} }, 'invalid seasonalities: an object (expected a list of names and an object)'],
    [{ seasonalities: [['weekly'], {}] }, 'invalid seasonalities[1].weekly: undefined (expected an object)'],
    [seasonality({ fourier_order: 0 }), 'invalid seasonalities[1].weekly.fourier_order: 0 (expected a whole number'],
    [
      params({ beta: [[1, 2]] }),
      'invalid params.beta: "2 items" (expected 6: two for each Fourier order, one for each holiday and regressor)',
    ],
    [params({ delta: [[1, 2]] }), 'invalid params.delta: "2 items" (expected one for each of changepoints_t'],
    [params({ k: [[1], [2]] }), 'invalid params.k: "2 draws" (expected a list of one draw)'],
    [params({ sigma_obs: [[-1]] }), 'invalid params.sigma_obs: -1 (expected a finite number above 0)'],
    [table([{ ds: '2020-01-01T00:00:00Z', y: 1 }]), 'invalid history: "1 rows" (expected at least 2)'],
    [
      table(new Array(2).fill({ ds: '2020-01-01T00:00:00Z', y: null })),
      'invalid history[0].y: null (expected a finite',
    ],
    [table([{ ds: '2020-01-01T00:00:00+01:00', y: 1 }]), 'invalid history[0].ds: "2020-01-01T00:00:00+01:00"'],
    [{ seasonality_mode: 'sum' }, 'invalid seasonality_mode: "sum" (expected additive or multiplicative)'],
    [{ holidays_mode: 7 }, 'invalid holidays_mode: 7 (expected additive or multiplicative)'],
    [{ holidays_prior_scale: 0 }, 'invalid holidays_prior_scale: 0 (expected a finite number above 0)'],
    [{ logistic_floor: null }, 'invalid logistic_floor: null (expected true or false)'],
    [{ growth: 'logistic' }, 'invalid history[0].cap: undefined (expected a finite number from -1e+300 to 1e+300)'],
    [seasonality({ mode: 'sum' }), 'invalid seasonalities[1].weekly.mode: "sum" (expected additive or multiplicative)'],
    [seasonality({ condition_name: 'open' }), 'invalid history[0].open: undefined (expected true or false)'],
    [seasonality({ condition_name: 3 }), 'invalid seasonalities[1].weekly.condition_name: 3 (expected a text'],
    [regressor('price'), 'invalid history[0].price: undefined (expected a finite number)'],
    [regressor('y', { std: 0 }), 'cannot read extra_regressors[0][0]: y (no name that a regressor can have'],
    [regressor('price', { std: 0 }), 'invalid extra_regressors[1].price.std: 0 (expected a finite number above 0)'],
    [regressor('price', { mu: null }), 'invalid extra_regressors[1].price.mu: null (expected a finite number)'],
    [regressor('price', { standardize: 1 }), `invalid extra_regressors[1].price.standardize: 1 (expected 'auto', true`],
    [holiday({}), 'invalid params.beta: "6 items" (expected 7: two for each Fourier order, one for each holiday'],
    [holiday({ ds: '2020' }), 'invalid holidays[0].ds: "2020" (expected a time as 2020-01-31T00:00:00.000)'],
    [holiday({ holiday: 7 }), 'invalid holidays[0].holiday: 7 (expected a text of at most 200 characters)'],
    [holiday({ lower_window: 2 }), 'invalid holidays[0].lower_window: 2 (expected days from -366 to 0)'],
    [holiday({ prior_scale: -1 }), 'invalid holidays[0].prior_scale: -1 (expected a finite number above 0)'],
    [{ train_holiday_names: '{"data":[null]}' }, 'invalid train_holiday_names[0]: null (expected a text of at most'],
    [{ train_component_cols: '{"data":[]}' }, 'invalid train_component_cols: "0 items" (expected 6: two for each'],
    [
      { train_component_cols: JSON.stringify({ data: new Array(6).fill({ monthly: 1 }) }) },
      'invalid train_component_cols[0].weekly: undefined (expected 1: seasonalities first, holidays by name, regressors)',
    ],
    [
      table([
        { ds: '2020-01-02T00:00:00Z', y: 1 },
        { ds: '2020-01-01T00:00:00Z', y: 1 },
      ]),
      'invalid history[1].ds: "2020-01-01T00:00:00.000Z" (expected no time before that of the row above)',
    ],
    [{ start: 0 }, 'invalid scaling.timeStart: 0 (expected history.start, 1577836800000)'],
    [{ history: '{"data":' }, 'invalid history: "{"data":" (expected JSON)'],
  ])('names the field that is wrong: %j', (change, message) => {
    expect(() => readPythonModel({ ...version101(), ...change })).toThrow(message);
  });

  it('says what is no model at all', () => {
    expect(() => readPythonModel('{')).toThrow('invalid model: "{" (expected JSON)');
    expect(() => readPythonModel('[]')).toThrow('invalid model: a list (expected an object)');
    expect(() => readPythonModel('{}')).toThrow('invalid growth: undefined (expected linear or logistic or flat)');
  });
});
