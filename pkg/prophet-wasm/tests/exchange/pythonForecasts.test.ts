import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import {
  loadProphet,
  withRecurring,
  writePythonModel,
  type Model,
  type Prophet,
  type TimedHistory,
  type TimedRows,
} from 'prophet-wasm';

import { hourAfterStart, syntheticHistory } from '../synthetic.js';
import { featureCases } from './featureCases.js';
import { futureOf, pythonCases, readCase } from './pythonModels.js';

/** A Python that has Prophet; without one, these tests are skipped. */
const python = process.env.PROPHET_PYTHON;
const describeWithPython = python === undefined ? describe.skip : describe;

if (python === undefined) {
  process.stdout.write('prophet-wasm: PROPHET_PYTHON is not set; written models are not loaded in Prophet\n');
}

/** Forecast of a model by `python/forecastModels.py`. */
interface Found {
  readonly name: string;
  readonly yhat: readonly number[];
  readonly trend: readonly number[];
  readonly insample: readonly number[];
  readonly validated: number;
  readonly again: readonly number[];
}

interface Case {
  readonly name: string;
  readonly model: Model;
  readonly history: TimedHistory;
  readonly future: TimedRows;
}

/** Names that a data frame might mistake for something of its own. */
const AWKWARD = ['component', 'columns', 'T', 'size', 'level_0', 'holiday', 'constructor', 'a "b" \\ c', '日本'];

function awkwardNames(prophet: Prophet): Case {
  const { time, y } = syntheticHistory(60);
  const columnsAt = (rows: ArrayLike<number>) => ({
    time: rows,
    regressors: Object.fromEntries(
      AWKWARD.map((name, j) => [name, Array.from(rows, (at) => Math.cos((j + 1) * (at / 1e7)))]),
    ),
  });
  const history = { ...columnsAt(time), y };
  const model = prophet.fit(history, { regressors: AWKWARD.map((name) => ({ name })), nChangepoints: 3 });
  return { name: 'awkward names', model, history, future: columnsAt([time[3], hourAfterStart(70)]) };
}

function awkwardHolidays(prophet: Prophet): Case {
  const history = syntheticHistory(100);
  const model = prophet.fit(history, {
    nChangepoints: 3,
    holidays: [
      ...AWKWARD.map((name, i) => ({ name, day: `2024-01-0${1 + (i % 4)}`, upperWindow: i % 2 })),
      { name: 'fair', start: hourAfterStart(24), end: hourAfterStart(72) },
    ],
    seasonalities: [{ name: 'values', periodMs: 6e7, fourierOrder: 1 }],
  });
  return { name: 'awkward holidays', model, history, future: { time: [3, 30, 60, 110].map(hourAfterStart) } };
}

function longWindow(prophet: Prophet): Case {
  const history = syntheticHistory();
  const holidays = [{ name: 'ramp', day: '2024-01-05', lowerWindow: -3, upperWindow: 12 }];
  const model = prophet.fit(history, { holidays, seasonalityMode: 'multiplicative', intervalWidth: 0.95 });
  return { name: 'a window of sixteen days', model, history, future: { time: [50, 100, 400].map(hourAfterStart) } };
}

/** A step, and what recurs, which are regressors there: Python must be given their columns. */
function stepAndRecurring(prophet: Prophet): Case {
  const { time, y } = syntheticHistory(200);
  const hour = 3_600_000;
  const step = { name: 'deploy', time: hourAfterStart(90) };
  const nightly = { weekdays: [1, 2, 3, 4, 5, 6, 7], startMs: 2 * hour, values: [12, 11] };
  const fitted = prophet.fit({ time, y }, { steps: [step], nChangepoints: 3 });
  const model = withRecurring(fitted, { slotMs: hour, runs: [nightly], edges: [] });
  const ahead = [60, 95, 218, 219, 230].map(hourAfterStart);
  const { components } = prophet.predict(model, ahead);
  const regressors = { deploy: ahead.map((at) => (at >= step.time ? 1 : 0)), recurring: components.recurring };
  return {
    name: 'step and recurring',
    model,
    history: { time, y },
    future: { time: ahead, regressors: plain(regressors) },
  };
}

const plain = (columns: Readonly<Record<string, ArrayLike<number>>>) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from(column)]));

const naive = (time: ArrayLike<number>) => Array.from(time, (at) => new Date(at).toISOString().slice(0, -1));

describeWithPython('model_from_json(writePythonModel(prophet, model, history)) in Python', () => {
  let prophet: Prophet;
  let cases: readonly Case[];
  let found: readonly Found[];
  beforeAll(async () => {
    prophet = await loadProphet();
    cases = [
      ...featureCases.map((one) => ({ ...one, model: prophet.fit(one.history, one.options) })),
      ...pythonCases
        .filter(({ name }) => name !== 'multiplicative above a floor')
        .map((one) => ({ name: `read: ${one.name}`, ...readCase(one), future: futureOf(one) })),
      awkwardNames(prophet),
      awkwardHolidays(prophet),
      longWindow(prophet),
      stepAndRecurring(prophet),
    ];
    const input = cases.map(({ name, model, history, future }) => ({
      name,
      json: writePythonModel(prophet, model, history),
      future: { ...future, time: naive(future.time) },
    }));
    const script = join(__dirname, '../python/forecastModels.py');
    const { stdout, stderr, status } = spawnSync(python ?? '', [script], {
      input: JSON.stringify(input),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) {
      throw new Error(`Python did not run: ${stderr}`);
    }
    found = JSON.parse(stdout);
  }, 600_000);

  const close = (theirs: readonly number[], ours: ArrayLike<number>, name: string) => {
    expect([name, theirs.length]).toEqual([name, ours.length]);
    theirs.forEach((value, i) => expect([name, i, Math.abs(value / ours[i] - 1) < 1e-9]).toEqual([name, i, true]));
  };

  it('forecasts the same future, also when saved and loaded again', () => {
    found.forEach(({ name, yhat, trend, again }, i) => {
      const ours = prophet.predict(cases[i].model, cases[i].future);
      close(yhat, ours.yhat, name);
      close(trend, ours.trend, name);
      close(again, ours.yhat, name);
    });
  });

  it('forecasts the same history, from the one in the file', () => {
    found.forEach(({ name, insample }, i) => {
      const { model, history } = cases[i];
      const order = Array.from(history.time, (_, row) => row).filter((row) => !Number.isNaN(history.y[row]));
      const { yhat } = prophet.predict(model, history);
      const sorted = order.sort((a, b) => history.time[a] - history.time[b]).map((row) => yhat[row]);
      close(insample, sorted, name);
    });
  });

  it('can be cross-validated', () => {
    found.forEach(({ name, validated }) => expect([name, validated]).toEqual([name, 2]));
  });
});
