import { loadProphet, parseModel, readPythonModel, serializeModel, type Model, type Prophet } from 'prophet-wasm';

import { hourAfterStart, syntheticHistory } from '../synthetic.js';
import { featureCases } from './featureCases.js';
import { version101 } from './pythonModels.js';
import { forecastOfVersion1, version1 } from './version1.js';

describe('parseModel(serializeModel(model))', () => {
  let prophet: Prophet;
  let model: Model;
  beforeAll(async () => {
    prophet = await loadProphet();
    model = prophet.fit(syntheticHistory(), {
      seasonalities: [{ name: 'shift', periodMs: 28_800_000, fourierOrder: 2 }],
      changepoints: [hourAfterStart(100), hourAfterStart(200)],
    });
  });

  it('is the same model to the last digit, and forecasts the same', () => {
    const read = parseModel(serializeModel(model));
    expect(read).toEqual(model);
    expect(prophet.predict(read, [hourAfterStart(700)])).toEqual(prophet.predict(model, [hourAfterStart(700)]));
  });

  it('takes the value as well as the text', () => {
    expect(parseModel(JSON.parse(serializeModel(model)))).toEqual(model);
  });

  it('keeps what is not known of an imported model as NaN', () => {
    const { model: imported } = readPythonModel(version101());
    expect(parseModel(serializeModel(imported))).toEqual(imported);
    expect(parseModel(imported)).toEqual(imported);
  });

  it.each(featureCases)('keeps every feature: $name', ({ options, history, future }) => {
    const fitted = prophet.fit(history, options);
    const read = parseModel(serializeModel(fitted));
    expect(read).toEqual(fitted);
    expect(prophet.predict(read, future)).toEqual(prophet.predict(fitted, future));
  });

  it('keeps a time zone and events of hours', () => {
    const launch = { name: 'launch', start: hourAfterStart(40), end: hourAfterStart(43) };
    const fitted = prophet.fit(syntheticHistory(), { timeZone: 'Europe/Berlin', holidays: [launch] });
    expect(parseModel(serializeModel(fitted))).toEqual(fitted);
    expect(fitted.options).toMatchObject({ timeZone: 'Europe/Berlin', holidays: [{ ...launch, priorScale: 10 }] });
  });

  it.each(['certified', 'rounding', 'constant', 'interpolating', 'unsettled', 'imported'])(
    'keeps what the fit proved: %s',
    (status) => {
      expect(parseModel({ ...model, fit: { ...model.fit, status } }).fit.status).toBe(status);
    },
  );

  it('takes a few kilobytes', () => {
    expect(serializeModel(prophet.fit(syntheticHistory())).length).toBeLessThan(4000);
  });

  it('leaves out fields it does not know', () => {
    expect(parseModel({ ...model, comment: 'mine' })).toEqual(model);
  });

  it.each(featureCases)('gives options that can be fitted again: $name', ({ options, history }) => {
    const fitted = prophet.fit(history, options);
    expect(prophet.fit(history, parseModel(serializeModel(fitted)).options)).toEqual(fitted);
  });
});

describe('parseModel(version 1)', () => {
  it('gives additive seasonalities in UTC, and nothing besides', async () => {
    const model = parseModel(JSON.stringify(version1()));
    const { time, ...expected } = forecastOfVersion1;
    const forecast = (await loadProphet()).predict(model, [time]);
    for (const name of ['trend', 'yhat', 'yhatLower', 'yhatUpper'] as const) {
      expect(forecast[name][0]).toBeCloseTo(expected[name], 9);
    }
    expect(model).toMatchObject({ version: 3, holidays: [], regressors: [] });
    expect(model.options).toMatchObject({ seasonalityMode: 'additive', holidays: [], regressors: [], timeZone: 'UTC' });
    expect(model.scaling).toMatchObject({ yMin: 46.1, hasFloor: false, floor: null, cap: null });
    expect(model.seasonalities).toMatchObject([
      { name: 'two days', mode: 'additive', conditionName: null },
      { name: 'daily', mode: 'additive', conditionName: null },
    ]);
    expect(model.options.seasonalities).toEqual([model.seasonalities[0]]);
  });

  it.each<[string, unknown, string]>([
    ['options', 7, 'invalid options: 7 (expected an object)'],
    ['scaling', null, 'invalid scaling: null (expected an object)'],
    ['seasonalities', 'daily', 'invalid seasonalities: "daily" (expected a list of at most 100)'],
    [
      'seasonalities',
      Array.from('x'.repeat(101)),
      'invalid seasonalities: "101 items" (expected a list of at most 100)',
    ],
    ['seasonalities', [null], 'invalid seasonalities[0]: null (expected an object)'],
  ])('names the field that is wrong: %s', (name, value, message) => {
    expect(() => parseModel({ ...version1(), [name]: value })).toThrow(message);
  });
});

describe('parseModel(a model gone wrong)', () => {
  let ours: string;
  beforeAll(async () => {
    const prophet = await loadProphet();
    const launch = { name: 'launch', start: hourAfterStart(40), end: hourAfterStart(43) };
    const model = prophet.fit(
      {
        ...syntheticHistory(),
        cap: 200,
        floor: 10,
        regressors: { price: syntheticHistory().y },
        conditions: { open: Array.from(syntheticHistory().y, (value) => value > 50) },
      },
      {
        growth: 'logistic',
        seasonalities: [
          { name: 'shift', periodMs: 28_800_000, fourierOrder: 2, conditionName: 'open', mode: 'multiplicative' },
        ],
        changepoints: [hourAfterStart(100), hourAfterStart(200)],
        holidays: [{ name: 'feast', day: '2024-01-06', lowerWindow: -1, upperWindow: 1 }, launch],
        regressors: [{ name: 'price' }],
      },
    );
    ours = serializeModel(model);
  });

  const changed = (path: string, value: unknown): unknown => {
    const copy = JSON.parse(ours);
    const names = path.split('.');
    const last = names.pop() ?? '';
    names.reduce((object, name) => object[name], copy)[last] = value;
    return copy;
  };

  it.each<[string, unknown, string]>([
    ['version', 4, 'invalid version: 4 (expected 1 to 3, the versions this package reads; fit the model again)'],
    ['options', null, 'invalid options: null (expected an object)'],
    ['options.growth', 'cubic', 'invalid options.growth: "cubic" (expected linear or logistic or flat)'],
    ['options.nChangepoints', 2.5, 'invalid options.nChangepoints: 2.5 (expected a whole number from 0 to 1000)'],
    ['options.dailySeasonality', 'on', `invalid options.dailySeasonality: "on" (expected 'auto', true, false or`],
    ['options.changepoints', [2, 1], 'invalid options.changepoints[1]: 1 (expected at least the one before it, 2)'],
    ['options.seasonalities.0.priorScale', -1, 'invalid options.seasonalities[0].priorScale: -1 (expected a finite'],
    ['scaling.timeScaleMs', 0, 'invalid scaling.timeScaleMs: 0 (expected a finite number from 0.001'],
    ['scaling.yScale', 1e-300, 'invalid scaling.yScale: 1e-300 (expected a finite number above 0)'],
    ['scaling.timeStart', 1e16, 'invalid scaling.timeStart: 10000000000000000 (expected a finite number from'],
    ['params.k', '1', 'invalid params.k: "1" (expected a finite number)'],
    ['params.delta.1', null, 'invalid params.delta[1]: null (expected a finite number)'],
    ['params.delta', [], 'invalid params.delta: "0 items" (expected 2: one for each of params.tChange)'],
    ['params.beta', [1], 'invalid params.beta: "1 items" (expected'],
    ['params.sigmaObs', 0, 'invalid params.sigmaObs: 0 (expected a finite number above 0)'],
    ['params.tChange', [0.5, 0.2], 'invalid params.tChange[1]: 0.2 (expected at least the one before it, 0.5)'],
    ['seasonalities.0.name', '__proto__', 'invalid seasonalities[0].name: "__proto__" (expected a name that a'],
    ['seasonalities.1.name', 'shift', 'invalid seasonalities[1].name: "shift" (expected every name once)'],
    ['history.count', 1, 'invalid history.count: 1 (expected a whole number from 2'],
    ['history.end', 0, 'invalid history.end: 0 (expected a time after history.start'],
    ['options.seasonalityMode', 'sum', 'invalid options.seasonalityMode: "sum" (expected additive or multiplicative)'],
    ['options.holidaysMode', null, 'invalid options.holidaysMode: null (expected additive or multiplicative)'],
    ['options.timeZone', 'Europe/Atlantis', 'invalid options.timeZone: "Europe/Atlantis" (expected an IANA name'],
    ['options.holidays.0.day', '2024-02-30', 'invalid options.holidays[0].day: "2024-02-30" (expected a calendar day'],
    ['options.holidays.0.lowerWindow', 1, 'invalid options.holidays[0].lowerWindow: 1 (expected a whole number from'],
    ['options.holidays.0.lowerWindow', -2, 'invalid holidays: "4 items" (expected 5: one for each day of the windows'],
    ['options.holidays.0.name', 'trend', 'invalid holiday name: "trend" (expected a name that no column'],
    ['options.holidays.0.name', 'price', 'invalid regressor name: "price" (expected another name: a holiday has'],
    ['options.holidays.1.end', 5, 'invalid end of holiday launch: 5 (expected epoch milliseconds after the start'],
    ['options.regressors.0.standardize', 1, `invalid options.regressors[0].standardize: 1 (expected 'auto', true or`],
    ['options.regressors.0.mode', 'multiplicative', 'invalid regressors[0]: "price" (expected price as in options'],
    ['options.seasonalities.0.fourierOrder', 1, 'invalid seasonalities[0]: "shift" (expected one of options.season'],
    ['options.seasonalities.0.conditionName', '', 'invalid options.seasonalities[0].conditionName: "" (expected a'],
    ['seasonalities.0.conditionName', 'shut', 'invalid seasonalities[0]: "shift" (expected one of options.seasonal'],
    ['seasonalities.0.mode', 'additive', 'invalid seasonalities[0]: "shift" (expected one of options.seasonalities'],
    ['seasonalities.1.name', 'lunar', 'invalid seasonalities[1]: "lunar" (expected one of options.seasonalities'],
    ['seasonalities.1.conditionName', 'open', 'invalid seasonalities[1]: "weekly" (expected one of options.season'],
    ['holidays.0.offset', 7, 'invalid holidays[0]: "feast" (expected feast by options.holidays, in the order of'],
    ['holidays.3.priorScale', 2, 'invalid holidays[3]: "launch" (expected launch by options.holidays'],
    ['holidays', [], 'invalid holidays: "0 items" (expected 4: one for each day of the windows of options.holidays)'],
    ['regressors', [], 'invalid regressors: "0 items" (expected 1: one for each of options.regressors)'],
    ['regressors.0.deviation', 0, 'invalid regressors[0].deviation: 0 (expected a finite number above 0)'],
    ['regressors.0.mean', null, 'invalid regressors[0].mean: null (expected a finite number)'],
    ['scaling.cap', 10, 'invalid scaling.cap: 10 (expected more than the floor, 10)'],
    ['scaling.hasFloor', false, 'invalid scaling.floor: 10 (expected null where scaling.hasFloor is false)'],
    ['scaling.timeStart', 0, 'invalid scaling.timeStart: 0 (expected history.start, 1704067200000)'],
    ['scaling.timeScaleMs', 1000, 'invalid scaling.timeScaleMs: 1000 (expected the span of the history, 1292400000)'],
    ['options.growth', 'linear', 'invalid scaling.hasFloor: true (expected none without logistic growth)'],
    ['params.tChange.1', 1.5, 'invalid params.tChange[1]: 1.5 (expected a scaled time from 0 to 1)'],
    ['options.changepoints', [], 'invalid params.tChange: "2 items" (expected 1 by the options; 0 stands for no'],
    ['fit.status', 'perfect', 'invalid fit.status: "perfect" (expected certified or'],
    ['fit.kkt', 'small', 'invalid fit.kkt: "small" (expected a finite number)'],
  ])('names the field that is wrong: %s = %j', (path, value, message) => {
    expect(() => parseModel(changed(path, value))).toThrow(RangeError);
    expect(() => parseModel(changed(path, value))).toThrow(message);
  });

  it('cuts long values in its messages', () => {
    expect(() => parseModel(changed('options.growth', 'x'.repeat(1e6)))).toThrow(
      `invalid options.growth: "${'x'.repeat(40)}…" (expected linear or logistic or flat)`,
    );
  });
});
