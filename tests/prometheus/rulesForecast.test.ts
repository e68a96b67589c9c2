import { forecastExpression, toPromql } from 'foreband-rules';
import {
  loadProphet,
  withRecurring,
  type Model,
  type Prophet,
  type ProphetOptions,
  type Recurring,
} from 'prophet-wasm';

import { describeOnPrometheus } from './describeOnPrometheus';
import { startEmptyPrometheus, type EmptyPrometheus } from './emptyPrometheus';

const STEP_MS = 300_000;
/** Rows that are compared: over days at every minute of an hour. */
const ASKED_MS = 11 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Six days before clocks go forward in Europe. */
const END = Date.UTC(2026, 2, 23);

/** Four weeks: days and weekends, a drift, and a hum that is not noise but looks like it. */
function history() {
  const time = Float64Array.from({ length: 28 * 288 }, (_, row) => END - 28 * DAY_MS + row * STEP_MS);
  const y = time.map((at, row) => {
    const isWeekend = Math.floor(at / DAY_MS) % 7 === 2 || Math.floor(at / DAY_MS) % 7 === 3;
    const daily = 12 * Math.sin((2 * Math.PI * at) / DAY_MS) + 3 * Math.cos((4 * Math.PI * at) / DAY_MS);
    return 50 + row / 2000 + daily * (isWeekend ? 0.3 : 1) + Math.sin(row * row) + (row > 7000 ? 9 : 0);
  });
  return { time, y };
}

const usual: ProphetOptions = { dailySeasonality: 4, weeklySeasonality: 20 };
const holidays = [
  { name: 'fair', day: '2026-03-26', lowerWindow: -1, upperWindow: 1 },
  { name: 'fair', day: '2026-03-05', lowerWindow: -1, upperWindow: 1 },
  { name: 'works', start: END + 5 * HOUR_MS, end: END + 7 * HOUR_MS },
  { name: 'works', start: END - 5 * DAY_MS, end: END - 5 * DAY_MS + 2 * HOUR_MS },
];
const recurring: Recurring = {
  slotMs: STEP_MS,
  runs: [
    { weekdays: [1, 2, 3, 4, 5, 6, 7], startMs: 23 * HOUR_MS + 50 * 60_000, values: [12, 13, 14, 15] },
    { weekdays: [7], startMs: 23 * HOUR_MS, values: Array.from({ length: 24 }, (_, slot) => -slot) },
  ],
  edges: [],
};

type Change = (model: Model) => Model;
const same: Change = (model) => model;

const kinds: ReadonlyArray<readonly [kind: string, options: ProphetOptions, change: Change]> = [
  ['a line with days and weeks', usual, same],
  ['changepoints up to its end', { ...usual, changepointRange: 1, changepointPriorScale: 5 }, same],
  [
    'another period of 100 minutes',
    { ...usual, seasonalities: [{ name: 'cycle', periodMs: 6_000_000, fourierOrder: 10 }] },
    same,
  ],
  ['a flat trend', { ...usual, growth: 'flat' }, same],
  ['a logistic trend between floor and cap', { ...usual, growth: 'logistic' }, same],
  ['multiplicative terms', { ...usual, seasonalityMode: 'multiplicative' }, same],
  [
    'minmax scaling with additive and multiplicative terms',
    { ...usual, scaling: 'minmax', holidays, holidaysMode: 'multiplicative' },
    same,
  ],
  ['holidays and events', { ...usual, holidays }, same],
  ['a time zone whose clock goes forward', { ...usual, holidays, timeZone: 'Europe/Berlin' }, same],
  ['a time zone behind UTC', { ...usual, timeZone: 'America/St_Johns' }, same],
  [
    'steps before and after the rules begin',
    { ...usual, steps: [{ time: END - 4 * DAY_MS }, { time: END - DAY_MS }] },
    same,
  ],
  ['what recurs', { ...usual, timeZone: 'Europe/Berlin' }, (model) => withRecurring(model, recurring)],
  [
    'bounds, and what recurs',
    { ...usual, bounds: { lower: 45, upper: 66 } },
    (model) => withRecurring(model, recurring),
  ],
];

describeOnPrometheus('forecastExpression(model, validity) on Prometheus', () => {
  let prometheus: EmptyPrometheus;
  let prophet: Prophet;
  beforeAll(async () => {
    prometheus = await startEmptyPrometheus();
    prophet = await loadProphet();
  });
  afterAll(() => prometheus.close());

  it.each(kinds)(
    'is the forecast of a model with %s, to 1e-9 of its range',
    async (_, options, change) => {
      const bounds = options.growth === 'logistic' ? { cap: 90, floor: 20 } : {};
      const model = change(prophet.fit({ ...history(), ...bounds }, options));
      const validity = { start: END - 3 * DAY_MS, end: END + 7 * DAY_MS };
      const compiled = toPromql(forecastExpression(model, validity));
      // Rules are evaluated at an offset of their own.
      const start = validity.start + 137_000;
      const values = await prometheus.evaluate(compiled, { start, end: validity.end - ASKED_MS }, ASKED_MS);
      const count = Math.floor((validity.end - ASKED_MS - start) / ASKED_MS) + 1;
      const { yhat } = prophet.predict(model, { start, stepMs: ASKED_MS, count });
      expect(values).toHaveLength(count);
      const range =
        yhat.reduce((most, y) => Math.max(most, y), -Infinity) -
        yhat.reduce((least, y) => Math.min(least, y), Infinity);
      const error = values.reduce((most, value, row) => Math.max(most, Math.abs(value - yhat[row])), 0);
      expect(error / range).toBeLessThan(1e-9);
    },
    240_000,
  );
});
