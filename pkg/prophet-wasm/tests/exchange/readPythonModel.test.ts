import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadProphet, readPythonModel, type Prophet } from 'prophet-wasm';

import { itWithReference } from '../reference.js';
import { pythonCases, version101 } from './pythonModels.js';

const DAY_MS = 86_400_000;
const JANUARY_30 = Date.UTC(2020, 0, 30);

describe('readPythonModel(json)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it.each(pythonCases)('forecasts what Python does with its own file: $name', ({ json, time, yhat, trend }) => {
    const { model, prophetVersion } = readPythonModel(json);
    const at = time.map((text) => Date.parse(`${text}Z`));
    const forecast = prophet.predict(model, at);
    expect(prophetVersion).toBe('1.5.0');
    yhat.forEach((expected, i) => expect(forecast.yhat[i]).toBeCloseTo(expected, 9));
    trend.forEach((expected, i) => expect(forecast.trend[i]).toBeCloseTo(expected, 9));
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
    expect(readPythonModel({ ...rest, __fbprophet_version: '0.7.1' }).prophetVersion).toBe('');
  });

  it('takes the value as well as the text', () => {
    expect(readPythonModel(version101())).toEqual(readPythonModel(JSON.stringify(version101())));
  });

  it('does not claim to have checked the fit', () => {
    expect(readPythonModel(version101()).model.fit).toEqual({ status: 'imported', logPosterior: NaN, kkt: NaN });
    expect(readPythonModel(pythonCases[0].json).model.fit.logPosterior).toBeGreaterThan(0);
  });

  it('tells the caller’s own seasonalities from built-in ones, so that the options can be fitted again', () => {
    const { model, history } = readPythonModel(pythonCases[1].json);
    expect(
      model.seasonalities.map(({ name, periodMs, fourierOrder }) => [name, periodMs / DAY_MS, fourierOrder]),
    ).toEqual([
      ['two days', 2, 2],
      ['weekly', 7, 3],
      ['daily', 1, 2],
    ]);
    expect(model.options.seasonalities.map(({ name }) => name)).toEqual(['two days']);
    const { options } = model;
    const again = prophet.fit(history, { ...options, changepoints: options.changepoints ?? undefined });
    expect(again.seasonalities).toEqual(model.seasonalities);
    expect(again.params.tChange).toEqual(model.params.tChange);
  });

  it('says why a built-in seasonality is off', () => {
    expect(readPythonModel(version101()).model.inactiveSeasonalities).toEqual([
      { name: 'yearly', reason: 'the history spans 19 d, less than 730 d' },
      { name: 'daily', reason: 'the rows are 1 d apart, not less than 1 d' },
    ]);
  });

  const seasonality = (change: object) => {
    const weekly = { period: 7, fourier_order: 3, prior_scale: 10, mode: 'additive', condition_name: null };
    return { seasonalities: [['weekly'], { weekly: { ...weekly, ...change } }] };
  };

  it.each<[object, string]>([
    [{ growth: 'logistic' }, 'cannot read growth: logistic (not supported yet)'],
    [{ seasonality_mode: 'multiplicative' }, 'cannot read seasonality_mode: multiplicative (not supported yet)'],
    [
      seasonality({ mode: 'multiplicative' }),
      'cannot read seasonalities[1].weekly.mode: multiplicative (not supported',
    ],
    [
      seasonality({ condition_name: 'term' }),
      'cannot read seasonalities[1].weekly.condition_name: term (not supported',
    ],
    [{ country_holidays: 'US' }, 'cannot read country_holidays: US (not supported yet)'],
    [{ holidays: '{"schema":{}}' }, 'cannot read holidays: {"schema":{}} (not supported yet)'],
    [
      { extra_regressors: [['price'], { price: {} }] },
      'cannot read extra_regressors[1].price: an object (not supported',
    ],
    [{ mcmc_samples: 300 }, 'cannot read mcmc_samples: 300 (only fits, no draws)'],
  ])('refuses what the model cannot do yet, by field and value: %j', (change, message) => {
    expect(() => readPythonModel({ ...version101(), ...change })).toThrow(message);
  });

  const params = (change: object) => ({ params: { ...Object(version101().params), ...change } });
  const table = (data: unknown) => ({ history: JSON.stringify({ data }) });

  it.each<[object, string]>([
    [{ growth: 'cubic' }, 'invalid growth: "cubic" (expected linear or flat)'],
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
    [params({ beta: [[1, 2]] }), 'invalid params.beta: "2 items" (expected 6: two for each Fourier order, one for each holiday and regressor)'],
    [params({ delta: [[1, 2]] }), 'invalid params.delta: "2 items" (expected one for each of changepoints_t'],
    [params({ k: [[1], [2]] }), 'invalid params.k: "2 draws" (expected a list of one draw)'],
    [params({ sigma_obs: [[-1]] }), 'invalid params.sigma_obs: -1 (expected a finite number above 0)'],
    [table([{ ds: '2020-01-01T00:00:00Z', y: 1 }]), 'invalid history: "1 rows" (expected at least 2)'],
    [table([{ ds: '2020-01-01T00:00:00Z', y: null }]), 'invalid history[0].y: null (expected a finite number)'],
    [table([{ ds: '2020-01-01T00:00:00+01:00', y: 1 }]), 'invalid history[0].ds: "2020-01-01T00:00:00+01:00"'],
    [{ history: '{"data":' }, 'invalid history: "{"data":" (expected JSON)'],
  ])('names the field that is wrong: %j', (change, message) => {
    expect(() => readPythonModel({ ...version101(), ...change })).toThrow(message);
  });

  it('says what is no model at all', () => {
    expect(() => readPythonModel('{')).toThrow('invalid model: "{" (expected JSON)');
    expect(() => readPythonModel('[]')).toThrow('invalid model: a list (expected an object)');
    expect(() => readPythonModel('{}')).toThrow('invalid growth: undefined (expected linear or flat)');
  });
});
