import {
  loadProphet,
  readPythonModel,
  regressorCoefficients,
  writePythonModel,
  type History,
  type Prophet,
  type ProphetOptions,
  type TimedRows,
} from 'prophet-wasm';

import { hourAfterStart, syntheticHistory } from '../synthetic.js';
import { featureCases } from './featureCases.js';
import { futureOf, pythonCase, pythonCases, readCase } from './pythonModels.js';

const DAY_MS = 86_400_000;
const names = (value: object) => Object.keys(value).sort();
/** Series and tables are texts within the text. */
const decoded = (value: unknown) => (typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value);
const writable = pythonCases.filter(({ name }) => name !== 'multiplicative above a floor');

describe('writePythonModel(prophet, model, history)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  const write = (history: History, options?: ProphetOptions) =>
    writePythonModel(prophet, prophet.fit(history, options), history);
  const writeCase = (given: (typeof pythonCases)[number]) => {
    const { model, history } = readCase(given);
    return JSON.parse(writePythonModel(prophet, model, history));
  };

  it('writes every field that Prophet itself writes, and no other', () => {
    const written = JSON.parse(write(syntheticHistory()));
    const theirs = JSON.parse(pythonCases[0].json);
    expect(names(written)).toEqual(names(theirs));
    expect(names(written.params)).toEqual(names(theirs.params));
    expect(names(written.seasonalities[1].weekly)).toEqual(names(theirs.seasonalities[1].weekly));
  });

  it.each(writable)('writes the fields of a file as they were read: $name', (given) => {
    const theirs = JSON.parse(given.json);
    const written = writeCase(given);
    // Numbers in tables have ten decimals there, changepoints the caller's order, and a country its name alone.
    const others = ['history', 'params', 'changepoints', 'holidays', 'country_holidays', 'fit_kwargs'];
    for (const name of names(theirs).filter((one) => !others.includes(one))) {
      expect([name, decoded(written[name])]).toEqual([name, decoded(theirs[name])]);
    }
    expect(JSON.parse(written.changepoints).data).toEqual(JSON.parse(theirs.changepoints).data.sort());
  });

  it.each(writable)('writes the history of a file as it was read: $name', (given) => {
    const written = JSON.parse(writeCase(given).history);
    const theirs = JSON.parse(JSON.parse(given.json).history);
    const columns = (table: { readonly schema: { readonly fields: readonly { readonly name: string }[] } }) =>
      table.schema.fields.map(({ name }) => name).sort();
    // Columns that the model does not use stay in the file there.
    const used = columns(theirs);
    expect(columns(written)).toEqual(used);
    expect(written.data).toHaveLength(theirs.data.length);
    theirs.data.forEach((row: Record<string, unknown>, i: number) => {
      for (const name of used) {
        const [ours, value] = [written.data[i][name], row[name]];
        if (typeof value === 'number') {
          expect(ours).toBeCloseTo(value, 8);
        } else {
          expect(ours).toBe(value);
        }
      }
    });
  });

  it.each(writable)('writes what readPythonModel reads back to the same forecast: $name', (given) => {
    const { model, history } = readCase(given);
    const read = readPythonModel(writePythonModel(prophet, model, history));
    expect(prophet.predict(read.model, futureOf(given))).toEqual(prophet.predict(model, futureOf(given)));
  });

  it.each(featureCases)('writes a fit that readPythonModel reads back to the same model: $name', (given) => {
    const model = prophet.fit(given.history, given.options);
    const read = readPythonModel(writePythonModel(prophet, model, given.history));
    // A cap or floor in a column that never changes is one number afterwards.
    expect({ ...read.model, options: {}, fit: {} }).toEqual({ ...model, options: {}, fit: {} });
    expect(read.model.options).toEqual({ ...model.options, nChangepoints: read.model.options.nChangepoints });
    expect(read.model.fit).toEqual({ status: 'imported', logPosterior: model.fit.logPosterior, kkt: NaN });
    expect(regressorCoefficients(read.model)).toEqual(regressorCoefficients(model));
    expect(prophet.predict(read.model, given.future)).toEqual(prophet.predict(model, given.future));
  });

  it.each(featureCases)('writes a history that is read back as it was: $name', ({ history, options }) => {
    const read = readPythonModel(write(history, options)).history;
    const order = Array.from(history.time, (_, i) => i)
      .filter((i) => !Number.isNaN(history.y[i]))
      .sort((a, b) => history.time[a] - history.time[b]);
    expect(Array.from(read.time)).toEqual(order.map((i) => history.time[i]));
    expect(Array.from(read.y)).toEqual(order.map((i) => history.y[i]));
    for (const [name, column] of Object.entries(read.regressors ?? {})) {
      Array.from(column).forEach((value, row) =>
        expect(value).toBeCloseTo(history.regressors?.[name][order[row]] ?? NaN, 12),
      );
    }
    for (const [name, column] of Object.entries(read.conditions ?? {})) {
      expect(column).toEqual(order.map((i) => Boolean(history.conditions?.[name][i])));
    }
    for (const bound of ['cap', 'floor'] as const) {
      const given = history[bound];
      const column = typeof given === 'object' ? Float64Array.from(order, (i) => given[i]) : given;
      expect(read[bound]).toEqual(column);
    }
  });

  it('keeps the dates of rows without y, which Python’s future frames start after', () => {
    const { time, y } = syntheticHistory(60);
    const written = JSON.parse(write({ time, y: Array.from(y, (value, i) => (i < 55 ? value : NaN)) }));
    expect(JSON.parse(written.history).data).toHaveLength(55);
    expect(JSON.parse(written.history_dates).data).toHaveLength(60);
  });

  it('writes an event of whole days as as many holidays of its name, with one effect', () => {
    const fair = { name: 'fair', start: Date.UTC(2024, 0, 3), end: Date.UTC(2024, 0, 6) };
    const history = syntheticHistory();
    const model = prophet.fit(history, { holidays: [fair, { name: 'sale', day: '2024-01-08' }] });
    const read = readPythonModel(writePythonModel(prophet, model, history)).model;
    expect(read.options.holidays.map(({ name, ...rest }) => ('day' in rest ? `${name} ${rest.day}` : name))).toEqual([
      'fair 2024-01-03',
      'fair 2024-01-04',
      'fair 2024-01-05',
      'sale 2024-01-08',
    ]);
    expect(read.params).toEqual(model.params);
    expect(prophet.predict(read, history.time)).toEqual(prophet.predict(model, history.time));
  });

  it.each([
    ['Asia/Kolkata', 5.5],
    ['America/New_York', -5],
  ])('writes naive dates as the clock of a time zone shows them, where it is never changed: %s', (timeZone, hours) => {
    const history = syntheticHistory();
    const midnight = hourAfterStart(48 - hours);
    const model = prophet.fit(history, {
      timeZone,
      changepoints: [hourAfterStart(100)],
      holidays: [
        { name: 'feast', day: '2024-01-06', upperWindow: 1 },
        { name: 'fair', start: midnight, end: midnight + DAY_MS },
      ],
    });
    const shown = (time: ArrayLike<number>) => Array.from(time, (at) => at + hours * 3_600_000);
    const read = readPythonModel(writePythonModel(prophet, model, history));
    const time = [hourAfterStart(-5), hourAfterStart(50), hourAfterStart(130), hourAfterStart(700)];
    const { yhat } = prophet.predict(model, time);
    prophet.predict(read.model, shown(time)).yhat.forEach((value, i) => expect(value / yhat[i]).toBeCloseTo(1, 12));
    expect(Array.from(read.history.time)).toEqual(shown(history.time));
    expect(read.model.options).toMatchObject({ timeZone: 'UTC', changepoints: shown([hourAfterStart(100)]) });
  });

  describe('refuses what Python would refuse, or forecast otherwise:', () => {
    const { time, y } = syntheticHistory();
    const spring = (i: number) => Date.UTC(2024, 2, 29) + (i * DAY_MS) / 24;
    const flags = Array.from(y, (_, i) => i % 2);
    const launch = { name: 'launch', start: hourAfterStart(40), end: hourAfterStart(43) };
    const times = { name: 'times', periodMs: DAY_MS, fourierOrder: 1, mode: 'multiplicative' } as const;
    const when = (conditionName: string) => [{ ...times, mode: 'additive', conditionName } as const];

    it.each<[string, History, ProphetOptions, string]>([
      [
        'a clock that is changed within the history',
        { time: Array.from(time, (_, i) => spring(i)), y },
        { timeZone: 'Europe/Berlin' },
        'cannot write options.timeZone: Europe/Berlin (its clock is changed within the history, and dates in Python are naive; fit in a zone without, such as UTC or Etc/GMT-1)',
      ],
      [
        'an event of hours',
        { time, y },
        { holidays: [launch] },
        'cannot write options.holidays of launch: 2024-01-02T16:00:00.000Z to 2024-01-02T19:00:00.000Z (holidays in Python are whole days; let it last from midnight to midnight in UTC)',
      ],
      [
        'days of another zone than the model’s',
        { time, y },
        { holidays: [{ name: 'fair', start: hourAfterStart(24), end: hourAfterStart(48) }], timeZone: 'Asia/Kolkata' },
        'cannot write options.holidays of fair: 2024-01-02T00:00:00.000Z to 2024-01-03T00:00:00.000Z (holidays in Python are whole days; let it last from midnight to midnight in Asia/Kolkata)',
      ],
      [
        'days and events of one name',
        { time, y },
        {
          holidays: [
            { name: 'fair', start: hourAfterStart(24), end: hourAfterStart(48) },
            { name: 'fair', day: '2024-01-08' },
          ],
        },
        'cannot write options.holidays: fair (both days and events have this name; give them names of their own)',
      ],
      [
        'an event of centuries',
        { time, y },
        { holidays: [{ name: 'era', start: Date.UTC(1900, 0, 1), end: Date.UTC(2100, 0, 1) }] },
        'cannot write options.holidays of era: 73049 days (at most 10000 are read again)',
      ],
      [
        'a holiday that pandas cannot hold',
        { time, y },
        { holidays: [{ name: 'hastings', day: '1066-10-14' }] },
        'invalid day of holiday hastings: -28502755200000 (expected a time from 1677-09-22 to 2262-04-11, all that pandas can hold)',
      ],
      [
        'multiplicative terms above a floor of minmax scaling',
        { time, y },
        { scaling: 'minmax', seasonalities: [times] },
        "(Python multiplies it by the multiplicative terms too, and forecasts something else; fit with scaling 'absmax' or without such terms)",
      ],
      [
        'multiplicative terms above a floor of the caller',
        { time, y, cap: 200, floor: 10 },
        { growth: 'logistic', holidays: [{ name: 'sale', day: '2024-01-08' }], holidaysMode: 'multiplicative' },
        'cannot write floor: 10 (Python multiplies it by the multiplicative terms too, and forecasts something else; fit without a floor or without such terms)',
      ],
      [
        'a regressor of the name of the scaled time',
        { time, y, regressors: { t: y } },
        { regressors: [{ name: 't' }] },
        "cannot write regressors: t (the scaled time has this column in Python's history; rename it and fit again)",
      ],
      [
        'a condition of the name of the scaled time',
        { time, y, conditions: { t: flags } },
        { seasonalities: when('t') },
        "cannot write conditions: t (the scaled time has this column in Python's history; rename it and fit again)",
      ],
      [
        'a regressor and a condition of one name',
        { time, y, conditions: { open: flags }, regressors: { open: y } },
        { seasonalities: when('open'), regressors: [{ name: 'open' }] },
        "cannot write conditions: open (a regressor has this column in Python's history; rename it and fit again)",
      ],
    ])('%s', (_, history, options, message) => {
      expect(() => write(history, options)).toThrow(message);
    });

    it('a logistic trend that does not grow', () => {
      const history = { time, y, cap: 200 };
      const model = prophet.fit(history, { growth: 'logistic', nChangepoints: 0 });
      const still = { ...model, params: { ...model.params, k: 0 } };
      expect(() => writePythonModel(prophet, still, history)).toThrow(
        'cannot write params.k: 0 (its trend does not grow, and Python divides by its rate; fit flat growth)',
      );
    });

    it('multiplicative terms above a floor that Python had itself', () => {
      const { model, history } = readCase(pythonCase('multiplicative above a floor'));
      expect(() => writePythonModel(prophet, model, history)).toThrow('cannot write scaling.yMin: 44.38886973811532');
    });
  });

  describe('refuses what is not a model and the history it was fitted to:', () => {
    const rows = syntheticHistory();
    const { y } = rows;
    const price = Array.from(y, (_, i) => Math.cos(i));
    const history = { ...rows, cap: 200, regressors: { price }, conditions: { open: price.map(() => true) } };
    const options: ProphetOptions = {
      growth: 'logistic',
      regressors: [{ name: 'price' }],
      seasonalities: [{ name: 'shift', periodMs: DAY_MS / 3, fourierOrder: 2, conditionName: 'open' }],
    };

    it.each<[string, TimedRows & History, string]>([
      ['fewer rows', syntheticHistory(359), 'invalid history end'],
      ['no regressor', { ...history, regressors: {} }, 'invalid regressors.price: undefined (expected a column'],
      ['no condition', { ...history, conditions: {} }, 'invalid conditions.open: undefined (expected a column'],
      [
        'a short regressor',
        { ...history, regressors: { price: [1] } },
        'invalid regressors.price: "1 values" (expected 360',
      ],
      ['a short cap', { ...history, cap: [1, 2] }, 'invalid cap: "2 values" (expected 360, one for each row)'],
    ])('%s', (_, given, message) => {
      expect(() => writePythonModel(prophet, prophet.fit(history, options), given)).toThrow(message);
    });

    it('no model at all', () => {
      expect(() => Reflect.apply(writePythonModel, undefined, [prophet, {}, history])).toThrow(
        'invalid version: undefined (expected 1 to 3, the versions this package reads; fit the model again)',
      );
    });

    it('a table of components that no file should hold', () => {
      const holidays = Array.from({ length: 2300 }, (_, i) => ({ name: `day ${i}`, day: '2024-01-05' }));
      const none = { dailySeasonality: false, weeklySeasonality: false, nChangepoints: 0 } as const;
      const one = prophet.fit(syntheticHistory(), { ...none, holidays: holidays.slice(0, 1) });
      const columns = holidays.map(({ name }) => ({ name, offset: 0, priorScale: 10 }));
      const many = {
        ...one,
        options: { ...one.options, holidays: holidays.map((day) => ({ ...one.options.holidays[0], ...day })) },
        holidays: columns.sort((a, b) => (`${a.name}_delim` < `${b.name}_delim` ? -1 : 1)),
        params: { ...one.params, beta: holidays.map(() => 0) },
      };
      expect(() => writePythonModel(prophet, many, syntheticHistory())).toThrow(
        "cannot write model: 2300 components with 2300 coefficients (Python's table of them would have more than 5000000 values",
      );
    });

    it('times that pandas cannot hold', () => {
      const ancient = { time: [Date.UTC(1600, 0, 1), Date.UTC(1601, 0, 1)], y: [1, 2] };
      expect(() => write(ancient)).toThrow('1677-09-22');
    });
  });
});
