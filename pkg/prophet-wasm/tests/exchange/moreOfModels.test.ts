import {
  fitAdaptive,
  loadProphet,
  parseModel,
  readPythonModel,
  serializeModel,
  withRecurring,
  writePythonModel,
  type Model,
  type Prophet,
  type Recurring,
} from 'prophet-wasm';

import { between, job, opsSeries, timesOf } from '../adaptive/opsSeries.js';
import { hourAfterStart, syntheticHistory } from '../synthetic.js';

const HOUR = 3_600_000;
const history = syntheticHistory();
const recurring: Recurring = {
  slotMs: HOUR,
  runs: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], startMs: 2 * HOUR, values: [12, 11] }],
  edges: [{ side: 'above', weekdays: [2], startMs: HOUR, values: [3] }],
};

let prophet: Prophet;
let model: Model;
beforeAll(async () => {
  prophet = await loadProphet();
  const fitted = prophet.fit(history, {
    steps: [{ name: 'deploy', time: hourAfterStart(150), isSettled: false }],
    bounds: { lower: 0, upper: 500 },
  });
  model = withRecurring(fitted, recurring);
});

/** The model as JSON, with a field changed. */
function changed(path: string, value: unknown): unknown {
  const copy = JSON.parse(serializeModel(model));
  const names = path.split('.');
  const last = names.pop() ?? '';
  names.reduce((object, name) => object[name], copy)[last] = value;
  return copy;
}

describe('parseModel(serializeModel(model)) of steps, bounds and what recurs', () => {
  it('is the same model, and forecasts the same', () => {
    const read = parseModel(serializeModel(model));
    expect(read).toEqual(model);
    const ahead = [100, 400, 402].map(hourAfterStart);
    expect(prophet.predict(read, ahead)).toEqual(prophet.predict(model, ahead));
  });

  it('keeps an adaptive fit', () => {
    const series = opsSeries(21, 1, job(2, 2.5, 12), between(16.4, 99, 20));
    const fitted = fitAdaptive(prophet, series).model;
    const read = parseModel(serializeModel(fitted));
    expect(read).toEqual(fitted);
    expect(prophet.predict(read, timesOf(series, 21, 22))).toEqual(prophet.predict(fitted, timesOf(series, 21, 22)));
  });

  it('opens a model of version 2, which had none of them, as it was', () => {
    const plain = prophet.fit(history);
    const { bounds, recurring: none, ...older } = JSON.parse(serializeModel(plain));
    const { steps, bounds: wanted, ...options } = older.options;
    expect([bounds, none, steps, wanted]).toEqual([plain.bounds, null, [], plain.options.bounds]);
    expect(parseModel({ ...older, options, version: 2 })).toEqual(plain);
  });

  it.each([
    ['options.steps.0.time', null, 'invalid options.steps[0].time: null (expected a finite number'],
    ['options.steps.0.isSettled', 1, 'invalid options.steps[0].isSettled: 1 (expected true or false)'],
    ['options.steps', [], 'invalid params.beta: "15 items" (expected 14'],
    ['options.bounds.when', 'ever', 'invalid options.bounds.when: "ever" (expected always or held)'],
    ['options.bounds.upper', -1, 'invalid bounds.upper: -1 (expected more than the lower bound, 0)'],
    ['bounds.lower', null, 'invalid bounds.lower: null (expected 0, as in options.bounds)'],
    ['bounds.upper', 7, 'invalid bounds.upper: 7 (expected 500, as in options.bounds)'],
    ['bounds', undefined, 'invalid bounds: undefined (expected an object)'],
    ['recurring', undefined, 'invalid recurring: undefined (expected an object)'],
    ['recurring.slotMs', 7e6, 'invalid recurring.slotMs: 7000000'],
    ['recurring.runs.0.weekdays', [8], 'invalid recurring.runs[0].weekdays[0]: 8'],
    ['recurring.runs.0.values', ['12'], 'invalid recurring.runs[0].values[0]: "12"'],
    ['recurring.edges.0.side', 'left', 'invalid recurring.edges[0].side: "left" (expected above or below)'],
    ['options.steps.0.name', 'recurring', 'invalid recurring: "a model with a component of this name"'],
  ])('names the field that is wrong: %s = %j', (path, value, message) => {
    expect(() => parseModel(changed(path, value))).toThrow(RangeError);
    expect(() => parseModel(changed(path, value))).toThrow(message);
  });
});

describe('writePythonModel(prophet, model, history) of steps, bounds and what recurs', () => {
  const unbounded = () => {
    const fitted = prophet.fit(history, { steps: [{ name: 'deploy', time: hourAfterStart(150) }] });
    return withRecurring(fitted, recurring);
  };

  it('writes steps, and what recurs, as regressors that are not standardised', () => {
    const written = JSON.parse(writePythonModel(prophet, unbounded(), history));
    const [names, settings] = written.extra_regressors;
    expect(names).toEqual(['deploy', 'recurring']);
    expect(settings.deploy).toMatchObject({ standardize: false, mu: 0, std: 1, mode: 'additive', prior_scale: 10 });
    const rows: readonly { readonly deploy: number; readonly recurring: number }[] = JSON.parse(written.history).data;
    expect(rows.map(({ deploy }) => deploy)).toEqual(rows.map((_, i) => (i >= 150 ? 1 : 0)));
    expect(rows.slice(1, 5).map((row) => row.recurring)).toEqual([0, 12, 11, 0]);
  });

  it('forecasts the same when it is read again, with their columns', () => {
    const own = unbounded();
    const { model: read } = readPythonModel(writePythonModel(prophet, own, history));
    const time = [100, 400, 410, 411].map(hourAfterStart);
    const { yhat, components } = prophet.predict(own, time);
    const columns = { deploy: time.map((at) => (at >= hourAfterStart(150) ? 1 : 0)), recurring: components.recurring };
    const again = prophet.predict(read, { time, regressors: columns }).yhat;
    again.forEach((value, i) => expect(value).toBeCloseTo(yhat[i], 6));
  });

  it('takes rows of the history in any order', () => {
    const reversed = { time: Array.from(history.time).reverse(), y: Array.from(history.y).reverse() };
    const written = (rows: typeof reversed) => JSON.parse(writePythonModel(prophet, unbounded(), rows)).history;
    expect(written(reversed)).toEqual(written({ time: Array.from(history.time), y: Array.from(history.y) }));
  });

  it('refuses bounds, which Python does not keep', () => {
    expect(() => writePythonModel(prophet, model, history)).toThrow(
      "cannot write bounds: 0 (Python's forecast leaves them; fit with bounds 'off')",
    );
  });
});
