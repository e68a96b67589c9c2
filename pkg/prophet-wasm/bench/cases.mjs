import { gridInput, gridProblem } from '../dist/fit/gridProblem.js';
import { trimmedRows } from '../dist/history/gridRows.js';
import { instantiateBinary } from '../dist/kernel/bindings.js';
import { createKernel } from '../dist/kernel/kernel.js';
import { parseOptions } from '../dist/options/parseOptions.js';
import { adaptiveWindow } from './adaptiveWindow.mjs';
import { cpuSeries, withNextDay } from './cpuSeries.mjs';

const INTERVAL_WIDTH = 0.95;
const DAY_MS = 86_400_000;
const options = { intervalWidth: INTERVAL_WIDTH };
const rowsText = (rows) => rows.toLocaleString('en');

/** A series in the form that needs no times. */
const asRegular = ({ time, y }) => ({ start: time[0], stepMs: time[1] - time[0], y });

const asTimed = ({ time, y }) => ({ time, y });

/** Fits, each beside augurs on the same rows. */
export function fitCases(prophet, augurs) {
  return [2016, 20_160].flatMap((rows) => {
    const regular = cpuSeries({ rows, isIrregular: false });
    const irregular = cpuSeries({ rows, isIrregular: true });
    const step = asRegular(regular);
    const peer = (series) => () => augurs.fit(series, INTERVAL_WIDTH);
    return [
      {
        name: `fit, ${rowsText(rows)} regular rows by step`,
        ours: () => prophet.fit(step, options),
        peer: peer(regular),
      },
      { name: `fit, ${rowsText(rows)} regular rows by time`, ours: () => prophet.fit(asTimed(regular), options) },
      {
        name: `fit, ${rowsText(rows)} irregular rows`,
        ours: () => prophet.fit(asTimed(irregular), options),
        peer: peer(irregular),
      },
      {
        name: `fit multiplicative, ${rowsText(rows)} rows`,
        ours: () => prophet.fit(step, { seasonalityMode: 'multiplicative' }),
      },
      {
        name: `fit logistic, ${rowsText(rows)} rows`,
        ours: () => prophet.fit({ ...step, cap: 1 }, { growth: 'logistic' }),
      },
    ];
  });
}

/** A forecast with intervals, beside augurs. */
export function predictCases(prophet, augurs) {
  const history = cpuSeries({ rows: 2016, isIrregular: false });
  const seconds = withNextDay(history.seconds, 288);
  const time = Float64Array.from(seconds, (second) => second * 1000);
  const model = prophet.fit(asTimed(history), options);
  const rows = { start: time[2016], stepMs: 300_000, count: 288 };
  const fitted = augurs.fit(history, INTERVAL_WIDTH);
  return [
    {
      name: 'predict with intervals, 2,016 + 288 rows',
      ours: () => prophet.predict(model, time),
      peer: () => augurs.predict(fitted, seconds),
    },
    { name: 'predict with intervals, 288 future rows', ours: () => prophet.predict(model, rows) },
  ];
}

/** A thousand series of 2,016 rows, fitted, and the next day of each predicted with its interval. */
export function fleetCase(prophet) {
  const fleet = Array.from({ length: 1000 }, (_, seed) =>
    cpuSeries({ rows: 2016, isIrregular: false, seed: seed + 1 }),
  );
  const [first] = fleet;
  const { start, stepMs } = asRegular(first);
  const ys = fleet.map(({ y }) => y);
  const day = { start: start + 2016 * stepMs, stepMs, count: DAY_MS / stepMs };
  return {
    name: '1,000 series of 2,016 rows: fit, predict a day',
    ours: () => prophet.fitMany({ start, stepMs, ys }, options).map((model) => prophet.predict(model, day)),
  };
}

/** One value appended to a rolling window of 2,016 rows, and the model of it. */
export function rollingCase(prophet) {
  const { time, y } = cpuSeries({ rows: 2016, isIrregular: false });
  const rolling = prophet.roll({ start: time[0], stepMs: time[1] - time[0], y }, options);
  let i = 0;
  return {
    name: 'append one value and re-optimise',
    ours: () => {
      rolling.append([y[i++ % y.length]]);
      return rolling.model();
    },
  };
}

/** A holiday that no row falls on has no effect, but a model with holidays is fitted row by row. */
const rowByRow = { holidays: [{ name: 'never', day: '1900-01-01' }] };

/** The fits of an adaptive window by the grid, each beside the same fits row by row. */
export function gridCases(prophet) {
  const { series, excluded, fits, options: whole } = adaptiveWindow();
  const grid = prophet.prepare(series);
  const masked = series.y.map((value, row) => (excluded[row] === 0 ? value : NaN));
  const byRows = (end, given) => prophet.fit({ ...series, y: masked.subarray(0, end) }, { ...given, ...rowByRow });
  const rows = series.y.length;
  const model = grid.fit(whole);
  return [
    {
      name: `fit, ${rowsText(rows)} rows, 2 % excluded`,
      ours: () => grid.excluding(excluded).fit(whole),
      byRows: () => byRows(rows, whole),
    },
    {
      name: `${fits.length} fits of its first rows`,
      ours: () => {
        const trimmed = grid.excluding(excluded);
        return fits.map(({ end, options: given }) => trimmed.fitUntil(end, given));
      },
      byRows: () => fits.map(({ end, options: given }) => byRows(end, given)),
    },
    {
      name: `residuals, ${rowsText(rows)} rows`,
      ours: () => grid.residuals(model),
      byRows: () => prophet.predict(model, { start: series.start, stepMs: series.stepMs, count: rows }).yhat,
    },
  ];
}

/** The kernel's own part of the fit of a regular series, by rows: from y, where it stands, to the certified optimum. */
export async function kernelFit(rows) {
  const kernel = createKernel(await instantiateBinary());
  const input = gridInput(
    gridProblem(trimmedRows(asRegular(cpuSeries({ rows, isIrregular: false }))), parseOptions(options)),
  );
  return () => kernel.fitGrid(input);
}

/** One look at y, which no fit can do without; by rows. */
export function passOver(rows) {
  const { y } = cpuSeries({ rows, isIrregular: false });
  return () => {
    let sum = 0;
    for (let i = 0; i < y.length; i++) {
      sum += y[i];
    }
    return sum;
  };
}
