import { loadProphet, readPythonModel, writePythonModel, type Prophet } from 'prophet-wasm';

import { hourAfterStart, syntheticHistory } from '../synthetic.js';
import { pythonCases } from './pythonModels.js';

const names = (value: object) => Object.keys(value).sort();

describe('writePythonModel(prophet, model, history)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it('writes every field that Prophet itself writes, and no other', () => {
    const history = syntheticHistory();
    const written = JSON.parse(writePythonModel(prophet, prophet.fit(history), history));
    const theirs = JSON.parse(pythonCases[0].json);
    expect(names(written)).toEqual(names(theirs));
    expect(names(written.params)).toEqual(names(theirs.params));
    expect(names(written.seasonalities[1].weekly)).toEqual(names(theirs.seasonalities[1].weekly));
  });

  it.each(pythonCases)('writes the fields of a file as they were read: $name', ({ json }) => {
    const { model, history } = readPythonModel(json);
    const theirs = JSON.parse(json);
    const written = JSON.parse(writePythonModel(prophet, model, history));
    const rounded = ['history', 'params', 'changepoints', '__prophet_version', 'fit_kwargs'];
    for (const name of names(theirs).filter((one) => !rounded.includes(one))) {
      expect([name, written[name]]).toEqual([name, theirs[name]]);
    }
    expect(JSON.parse(written.history).schema).toEqual(JSON.parse(theirs.history).schema);
    expect(JSON.parse(written.changepoints).data).toEqual(JSON.parse(theirs.changepoints).data);
  });

  it.each([
    ['linear, weekly and daily', {}],
    ['minmax', { scaling: 'minmax' }],
    ['explicit changepoints', { changepoints: [hourAfterStart(100), hourAfterStart(200)] }],
    ['flat, nothing else', { growth: 'flat', nChangepoints: 0, weeklySeasonality: false, dailySeasonality: false }],
    ['a custom seasonality', { seasonalities: [{ name: 'shift', periodMs: 28_800_000, fourierOrder: 2 }] }],
  ] as const)('writes what readPythonModel reads back to the same model: %s', (_, options) => {
    const history = syntheticHistory();
    const model = prophet.fit(history, options);
    const read = readPythonModel(writePythonModel(prophet, model, history));
    expect(read.model.params).toEqual(model.params);
    expect(read.model.seasonalities).toEqual(model.seasonalities);
    expect(read.model.inactiveSeasonalities).toEqual(model.inactiveSeasonalities);
    expect(read.model.scaling).toEqual(model.scaling);
    expect(read.model.options).toEqual({ ...model.options, nChangepoints: read.model.options.nChangepoints });
    expect(Array.from(read.history.y)).toEqual(history.y);
    const time = [hourAfterStart(-5), hourAfterStart(20), hourAfterStart(900)];
    expect(prophet.predict(read.model, time)).toEqual(prophet.predict(model, time));
  });

  it('keeps the dates of rows without y, which Python’s future frames start after', () => {
    const { time, y } = syntheticHistory(60);
    const history = { time, y: Array.from(y, (value, i) => (i < 55 ? value : NaN)) };
    const written = JSON.parse(writePythonModel(prophet, prophet.fit(history), history));
    expect(JSON.parse(written.history).data).toHaveLength(55);
    expect(JSON.parse(written.history_dates).data).toHaveLength(60);
  });

  it('refuses rows that the model was not fitted to, and times that pandas cannot hold', () => {
    const model = prophet.fit(syntheticHistory());
    expect(() => writePythonModel(prophet, model, syntheticHistory(359))).toThrow('invalid history end');
    const ancient = { time: [Date.UTC(1600, 0, 1), Date.UTC(1601, 0, 1)], y: [1, 2] };
    expect(() => writePythonModel(prophet, prophet.fit(ancient), ancient)).toThrow('1677-09-22');
  });
});
