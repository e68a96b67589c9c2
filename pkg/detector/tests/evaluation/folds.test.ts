import {
  chronologicalSplit,
  forecastFold,
  forecastFolds,
  joinFolds,
  rollingOrigin,
  type Forecaster,
  type TrainingRows,
} from 'foreband-detector';

import { column, seriesOf } from '../columns.js';

/** Forecasts the last value it fitted, with an interval of 1 to each side. */
const lastValue: Forecaster = ({ y }) => ({
  forecast: (time) => ({
    time,
    yhat: new Float64Array(time.length).fill(y[y.length - 1]),
    yhatLower: new Float64Array(time.length).fill(y[y.length - 1] - 1),
    yhatUpper: new Float64Array(time.length).fill(y[y.length - 1] + 1),
  }),
});

describe('chronologicalSplit', () => {
  it('is fitted to the first 80 % and holds out the rest', () => {
    expect(chronologicalSplit(10)).toEqual({ training: { from: 0, to: 8 }, heldOut: { from: 8, to: 10 } });
  });

  it('takes any other share between 0 and 1', () => {
    expect(chronologicalSplit(10, 0.5).heldOut).toEqual({ from: 5, to: 10 });
    expect(() => chronologicalSplit(10, 1)).toThrow('invalid trainingShare: 1 (expected above 0, below 1)');
  });
});

const rows = ({ from, to }: { from: number; to: number }) => [from, to];

describe('rollingOrigin', () => {
  const tenSeconds = Float64Array.from({ length: 10 }, (_, row) => 1000 * row);

  it('refits at every step, fitting to all rows before it', () => {
    const folds = rollingOrigin(tenSeconds, { warmupMs: 4000, horizonMs: 2000 });
    expect(folds.map(({ training }) => rows(training))).toEqual([
      [0, 4],
      [0, 6],
      [0, 8],
    ]);
    expect(folds.map(({ heldOut }) => rows(heldOut))).toEqual([
      [4, 6],
      [6, 8],
      [8, 10],
    ]);
  });

  it('forgets rows older than the training window', () => {
    const folds = rollingOrigin(tenSeconds, { warmupMs: 4000, horizonMs: 2000, trainingWindowMs: 3000 });
    expect(folds.map(({ training }) => rows(training))).toEqual([
      [1, 4],
      [3, 6],
      [5, 8],
    ]);
  });

  it('refits for every row if asked to', () => {
    expect(rollingOrigin(tenSeconds, { warmupMs: 7000, horizonMs: 1000 }).map(({ heldOut }) => rows(heldOut))).toEqual([
      [7, 8],
      [8, 9],
      [9, 10],
    ]);
  });

  it('passes over steps without rows', () => {
    const time = column(0, 1000, 2000, 9000, 10_000);
    const folds = rollingOrigin(time, { warmupMs: 2000, horizonMs: 2000 });
    expect(folds.map(({ heldOut }) => rows(heldOut))).toEqual([
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
  });

  it('warms up for half of the series and steps by a day unless told otherwise', () => {
    const days = Float64Array.from({ length: 9 }, (_, day) => day * 86_400_000);
    expect(rollingOrigin(days).map(({ heldOut }) => rows(heldOut))).toEqual([
      [4, 5],
      [5, 6],
      [6, 7],
      [7, 8],
      [8, 9],
    ]);
    expect(rollingOrigin(column())).toEqual([]);
  });

  it('refuses a step that is not above 0', () => {
    expect(() => rollingOrigin(tenSeconds, { horizonMs: 0 })).toThrow('invalid horizonMs: 0 (expected above 0)');
  });
});

describe('forecastFold', () => {
  it('lets the model see the training values only, without the missing ones', () => {
    const seen: TrainingRows[] = [];
    const spy: Forecaster = (training) => {
      seen.push(training);
      return lastValue(training);
    };
    const series = seriesOf([5, null, 7, 8, 90, 91]);
    const { forecast, training, heldOut } = forecastFold(series, chronologicalSplit(6, 0.5), spy);
    expect(seen).toEqual([{ time: column(0, 2000), y: column(5, 7) }]);
    expect([...forecast.yhat]).toEqual([7, 7, 7]);
    expect(training).toEqual({ start: 0, end: 2000, nValues: 2 });
    expect(heldOut).toEqual({ start: 3000, end: 5000, nValues: 3 });
  });

  it('forecasts nothing where there is no value to fit to', () => {
    const refuse: Forecaster = () => {
      throw new Error('not asked');
    };
    const { forecast } = forecastFold(seriesOf([null, null, 3, 4]), chronologicalSplit(4, 0.5), refuse);
    expect([...forecast.yhat]).toEqual([NaN, NaN]);
  });
});

describe('joinFolds', () => {
  const series = seriesOf([1, 2, 3, 4, 5, 6]);
  const folds = rollingOrigin(series.time, { warmupMs: 2000, horizonMs: 2000 });

  it('gives the held-out rows with their forecasts, and says which rows were used', () => {
    const heldOut = joinFolds(series, forecastFolds(series, folds, lastValue));
    expect(heldOut.firstRow).toBe(2);
    expect([...heldOut.y]).toEqual([3, 4, 5, 6]);
    expect([...heldOut.time]).toEqual([2000, 3000, 4000, 5000]);
    expect([...heldOut.forecast.yhat]).toEqual([2, 2, 4, 4]);
    expect(heldOut.folds.map(({ training }) => training)).toEqual([
      { start: 0, end: 1000, nValues: 2 },
      { start: 0, end: 3000, nValues: 4 },
    ]);
  });

  it('takes the folds so far, for each is forecast only when it is asked for', () => {
    let nFits = 0;
    const counting: Forecaster = (training) => {
      nFits++;
      return lastValue(training);
    };
    const first = forecastFolds(series, folds, counting).next().value;
    expect(nFits).toBe(1);
    expect([...joinFolds(series, first === undefined ? [] : [first]).y]).toEqual([3, 4]);
  });

  it('is degenerate only where every fit was', () => {
    const degenerate =
      (isDegenerate: boolean): Forecaster =>
      (training) => ({
        ...lastValue(training),
        context: { isDegenerate, scale: training.y.length },
      });
    const [first, second] = folds;
    const mixed = [forecastFold(series, first, degenerate(true)), forecastFold(series, second, degenerate(false))];
    expect(joinFolds(series, mixed).context).toEqual({ isDegenerate: false, scale: 4 });
    expect(joinFolds(series, forecastFolds(series, folds, degenerate(true))).context.isDegenerate).toBe(true);
  });

  it('refuses no folds, folds that leave rows out, and forecasts of another length', () => {
    expect(() => joinFolds(series, [])).toThrow('invalid folds: none');
    const reversed = [...forecastFolds(series, [...folds].reverse(), lastValue)];
    expect(() => joinFolds(series, reversed)).toThrow('invalid folds: held-out rows start at 2 (expected 6)');
    const tooShort: Forecaster = (training) => ({ forecast: () => lastValue(training).forecast(column(0)) });
    expect(() => joinFolds(series, forecastFolds(series, folds, tooShort))).toThrow(
      'invalid forecast: 1 rows (expected 2, one for each time)',
    );
  });
});
