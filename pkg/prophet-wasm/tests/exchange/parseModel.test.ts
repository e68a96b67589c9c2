import { loadProphet, parseModel, readPythonModel, serializeModel, type Model, type Prophet } from 'prophet-wasm';

import { hourAfterStart, syntheticHistory } from '../synthetic.js';
import { version101 } from './pythonModels.js';

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
  });

  it('takes a few kilobytes', () => {
    expect(serializeModel(prophet.fit(syntheticHistory())).length).toBeLessThan(4000);
  });

  it('leaves out fields it does not know', () => {
    expect(parseModel({ ...model, comment: 'mine' })).toEqual(model);
  });

  const changed = (path: string, value: unknown): unknown => {
    const copy = JSON.parse(serializeModel(model));
    const names = path.split('.');
    const last = names.pop() ?? '';
    names.reduce((object, name) => object[name], copy)[last] = value;
    return copy;
  };

  it.each<[string, unknown, string]>([
    ['version', 3, 'invalid version: 3 (expected 1 or 2, the versions this package reads; fit the model again)'],
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
