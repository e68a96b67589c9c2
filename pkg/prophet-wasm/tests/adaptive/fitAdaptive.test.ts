import { edgesAt, fitAdaptive, listRecurring, loadProphet, type AdaptiveOptions, type Prophet } from 'prophet-wasm';

import {
  between,
  DAY,
  HOUR,
  job,
  MINUTE,
  MONDAY,
  opsSeries,
  seriesOf,
  timesOf,
  until,
  type OpsSeries,
  type Part,
} from './opsSeries.js';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WORKING_DAYS = [1, 2, 3, 4, 5];

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

const fit = (series: OpsSeries, options?: AdaptiveOptions) => fitAdaptive(prophet, series, options);
/** Residuals of a day from the fit of the days before it: in noise deviations. */
function surprise(series: OpsSeries, day: number, options?: AdaptiveOptions): Float64Array {
  const { model } = fit(until(series, day), options);
  const { yhat } = prophet.predict(model, timesOf(series, day, day + 1));
  return yhat.map((value, i) => series.y[day * (DAY / series.stepMs) + i] - value);
}
const rms = (values: ArrayLike<number>) =>
  Math.sqrt(Array.from(values).reduce((sum, value) => sum + value * value, 0) / values.length);
/** How far apart two models' forecasts of the week after 28 days are. */
function apart(one: OpsSeries, other: OpsSeries): number {
  const time = timesOf(one, 28, 35);
  const [first, second] = [one, other].map((series) => prophet.predict(fit(series).model, time).yhat);
  return rms(first.map((value, i) => value - second[i]));
}

describe('fitAdaptive(prophet, window, options)', () => {
  it('knows a nightly job, and forecasts it', () => {
    const series = opsSeries(29, 1, job(2, 2.5, 12));
    const { model, found } = fit(until(series, 28));
    expect(listRecurring(model)).toEqual([
      {
        weekdays: EVERY_DAY,
        startMs: 2 * HOUR,
        endMs: 2.5 * HOUR,
        change: expect.closeTo(12, -0.5),
        above: 0,
        below: 0,
      },
    ]);
    expect(found).toMatchObject({ blocks: [], steps: [], drifts: [], period: null });
    expect(rms(surprise(series, 28))).toBeLessThan(1.15);
  });

  it('lets a job wander: its edges are in the interval', () => {
    const startOf = (day: number) => [0, 5, -5, 3, -8, 6, -4][(3 * day) % 7] / 60;
    const wandering: Part = ({ hour, day }) => {
      const since = hour - 2 - startOf(Math.floor(day));
      return since >= 0 && since < 0.5 ? 12 : 0;
    };
    const series = opsSeries(28, 2, wandering);
    const [{ above, below, ...time }] = listRecurring(fit(series).model);
    expect(time).toMatchObject({ weekdays: EVERY_DAY });
    expect(above).toBeGreaterThan(9);
    expect(below).toBeGreaterThan(9);
  });

  it('still misses a job that is skipped on more than a tenth of the days: only a start wanders', () => {
    const series = opsSeries(
      28,
      3,
      job(2, 2.5, 12, (day) => day % 6 !== 2),
    );
    const [{ weekdays, change, below }] = listRecurring(fit(series).model);
    expect([weekdays, Math.round(change), below]).toEqual([EVERY_DAY, 12, 0]);
  });

  it('knows a job of working days, and a weekly one of two hours', () => {
    const series = opsSeries(
      28,
      4,
      job(2, 2.5, 12, (day) => day % 7 < 5),
      job(15, 17, 12, (day) => day % 7 === 2),
    );
    expect(listRecurring(fit(series).model)).toMatchObject([
      { weekdays: WORKING_DAYS, startMs: 2 * HOUR, endMs: 2.5 * HOUR },
      { weekdays: [3], startMs: 15 * HOUR, endMs: 17 * HOUR },
    ]);
  });

  it.each([17, 48])(
    'is not moved by an incident of %d hours: next week’s forecast stays within 0.2 deviations',
    (hours) => {
      const clean = opsSeries(28, 5);
      const struck = opsSeries(28, 5, between(18.4, 18.4 + hours / 24, 40));
      const { found } = fit(struck);
      expect(found.steps).toEqual([]);
      expect(found.blocks).toHaveLength(1);
      expect(Math.abs(found.blocks[0].start - MONDAY - 18.4 * DAY)).toBeLessThan(2 * HOUR);
      expect(found.nExcluded).toBeGreaterThan(hours * 12 - 24);
      expect(apart(struck, clean)).toBeLessThan(0.2);
    },
  );

  it('fits a lasting shift as a step: open on the first day, settled after', () => {
    const series = opsSeries(31, 6, between(28.4, 99, 20));
    const on = (day: number) => fit(until(series, day)).found.steps;
    expect(on(29)).toMatchObject([{ isSettled: false }]);
    expect(on(31)).toMatchObject([{ isSettled: true }]);
    expect(on(31)[0].size).toBeCloseTo(20, -0.5);
    expect(Math.abs(on(31)[0].time - MONDAY - 28.4 * DAY)).toBeLessThan(30 * MINUTE);
    expect(rms(surprise(series, 29))).toBeLessThan(1.3);
    const { below } = edgesAt(fit(until(series, 29)).model, timesOf(series, 29, 30));
    expect(below[0]).toBeCloseTo(20, -0.5);
  });

  it('follows a weekend that begins and ends at midnight', () => {
    const series = opsSeries(36, 7, ({ day }) => (day % 7 >= 5 ? -12 : 0));
    // Monday's first hour, when waves alone are still on their way up.
    const firstHour = surprise(series, 35).subarray(0, 12);
    const waves = prophet.predict(prophet.fit(until(series, 35)), timesOf(series, 35, 36)).yhat;
    expect(rms(firstHour)).toBeLessThan(2.5);
    expect(rms(waves.subarray(0, 12).map((value, i) => series.y[35 * 288 + i] - value))).toBeGreaterThan(5);
    expect(fit(until(series, 35)).found).toMatchObject({ steps: [], blocks: [] });
  });

  it.each([
    [15, 5],
    [30, 2],
  ])('does not take a drift of %d in %d days for a step', (size, length) => {
    const { found } = fit(opsSeries(28, 8, ({ day }) => size * Math.min(1, Math.max(0, (day - 16) / length))));
    expect(found.steps).toEqual([]);
  });

  const batch: Part = ({ time }) => ((time - MONDAY) % (100 * MINUTE) < 15 * MINUTE ? 15 : 0);

  it('offers a period of 100 minutes, and fits it where it is told to', () => {
    const series = opsSeries(29, 9, batch);
    const { found, model } = fit(until(series, 28));
    expect(found.period).toEqual({ periodMs: 100 * MINUTE, fourierOrder: 9, share: expect.closeTo(0.95, 1) });
    expect(model.seasonalities.map(({ name }) => name)).toEqual(['weekly', 'daily']);
    const own = { periodMs: 100 * MINUTE, fourierOrder: 9 };
    for (const period of ['add', own] as const) {
      expect(fit(until(series, 28), { period }).model.seasonalities[0]).toMatchObject({ name: 'cycle', ...own });
      expect(rms(surprise(series, 28, { period }))).toBeLessThan(rms(surprise(series, 28)) / 2);
    }
    expect(fit(until(series, 28), { period: 'off' }).found.period).toBeNull();
  });

  it('bounds the forecast at 0 where no y is below, unless it is told otherwise', () => {
    const series = seriesOf(28, 10 * MINUTE, 10, [
      ({ hour, random }) => Math.max(0, 20 * Math.sin((Math.PI * hour) / 12) + random.normal()),
    ]);
    const { model } = fit(series);
    expect(model.bounds).toEqual({ lower: 0, upper: null });
    expect(Math.min(...prophet.predict(model, timesOf(series, 28, 29)).yhatLower)).toBe(0);
    expect(fit(series, { model: { bounds: 'off' } }).model.bounds.lower).toBeNull();
    const fraction = { bounds: { lower: 0, upper: 1, when: 'held' } } as const;
    expect(fit(series, { model: fraction }).model.bounds).toEqual({ lower: 0, upper: null });
  });

  it('looks at all samples, also those without a part in the fit, to see whether a bound is held', () => {
    const series = opsSeries(28, 11, between(10, 10.004, -90));
    const { model, found } = fit(series);
    expect(found.nExcluded).toBeGreaterThan(0);
    expect(model.bounds).toEqual({ lower: null, upper: null });
  });

  it('makes nothing of stretches that are not normal, nor of what lies before a moment', () => {
    const wild = opsSeries(28, 12, between(0, 9, 60), between(20, 26, -40));
    const options = {
      from: MONDAY + 9 * DAY,
      exclude: [{ start: MONDAY + 20 * DAY, end: MONDAY + 26 * DAY - 1 }],
    };
    const { model, found } = fit(wild, options);
    expect(found).toMatchObject({ steps: [], blocks: [] });
    expect(model.history.start).toBe(options.from);
    const { yhat } = prophet.predict(model, timesOf(wild, 28, 29));
    const clean = opsSeries(29, 12).y.subarray(28 * 288);
    expect(rms(yhat.map((value, i) => clean[i] - value))).toBeLessThan(1.3);
  });

  it('has the window’s rows in its mask: without those before the first sample, and without missing ones', () => {
    const { start, stepMs, y } = opsSeries(10, 13, between(6, 6.01, 50));
    const gappy = y.map((value, i) => (i < 700 || (i > 900 && i < 930) ? NaN : value));
    const { found } = fit({ start, stepMs, y: gappy });
    expect(found.excluded).toHaveLength(y.length);
    const out = Array.from(found.excluded.keys()).filter((row) => found.excluded[row] === 1);
    expect(out.every((row) => !Number.isNaN(gappy[row]))).toBe(true);
    expect(out).toEqual(expect.arrayContaining([1728, 1729, 1730]));
    expect(found.nExcluded).toBe(out.length);
  });

  it('has the seasonalities that a window is old enough for, and no slope below three days', () => {
    const parts = (days: number, options?: AdaptiveOptions) => {
      const { model } = fit(opsSeries(days, 14), options);
      return [model.options.growth, ...model.seasonalities.map(({ name, fourierOrder }) => `${name} ${fourierOrder}`)];
    };
    expect(parts(1)).toEqual(['flat']);
    expect(parts(2)).toEqual(['flat', 'daily 4']);
    expect(parts(4)).toEqual(['linear', 'daily 4']);
    expect(parts(15)).toEqual(['linear', 'weekly 20', 'daily 4']);
    expect(parts(15, { model: { weeklySeasonality: 3, dailySeasonality: false } })).toEqual(['linear', 'weekly 3']);
    expect(parts(8, { model: { weeklySeasonality: 3, growth: 'flat' } })).toEqual(['flat', 'weekly 3', 'daily 4']);
  });

  it('takes what a fit takes: holidays, a zone, multiplicative seasons, a cap', () => {
    const series = opsSeries(16, 15);
    const model = {
      holidays: [{ name: 'fair', start: MONDAY + 3 * DAY, end: MONDAY + 4 * DAY }],
      seasonalityMode: 'multiplicative',
      timeZone: 'Europe/Berlin',
      intervalWidth: 0.95,
    } as const;
    const { options } = fit(series, { model }).model;
    expect(options).toMatchObject({ ...model, holidays: [{ name: 'fair' }] });
    const saturating = fitAdaptive(prophet, { ...series, cap: 90 }, { model: { growth: 'logistic' } });
    expect(saturating.model.scaling.cap).toBe(90);
  });

  it('keeps a nightly job at its local time when the clock changes', () => {
    // 2026-03-29, day 83: Berlin goes from UTC + 1 to UTC + 2. A job at 04:00 there.
    const local: Part = ({ time }) => {
      const hour = (time / HOUR + (time >= Date.UTC(2026, 2, 29, 1) ? 2 : 1)) % 24;
      return hour >= 4 && hour < 4.5 ? 12 : 0;
    };
    const { start, stepMs, y } = opsSeries(88, 16, local);
    const from = 60 * 288;
    const series = { start: start + 60 * DAY, stepMs, y: y.subarray(from) };
    const options = { model: { timeZone: 'Europe/Berlin' } };
    const nightly = [{ weekdays: EVERY_DAY, startMs: 4 * HOUR, endMs: 4.5 * HOUR }];
    for (const days of [23, 28]) {
      expect(listRecurring(fit(until(series, days), options).model)).toMatchObject(nightly);
    }
    // The day of the change, forecast by the days before it.
    const time = timesOf(series, 23, 24);
    const { components } = prophet.predict(fit(until(series, 23), options).model, time);
    const hours = Array.from(time).filter((_, i) => components.recurring[i] > 6);
    expect(hours[0]).toBe(Date.UTC(2026, 2, 29, 2));
  });

  it.each([
    ['no window', 5, undefined, 'invalid window: 5 (expected an object with start, stepMs and y)'],
    ['a field that nobody reads', { regressors: {} }, undefined, 'unknown field of the window: regressors'],
    ['a step that divides no day', { stepMs: 7 * HOUR }, undefined, 'invalid stepMs: 25200000 (expected milliseconds'],
    ['a step of less than a second', { stepMs: 500 }, undefined, 'invalid stepMs: 500 (expected milliseconds'],
    ['no samples', { y: [NaN, NaN, NaN] }, undefined, 'invalid history: 0 (expected at least 2 rows with a value'],
    ['one row', { y: [1] }, undefined, 'invalid history'],
    ['an unknown option', {}, { steps: [] }, 'unknown option: steps (expected one of model, exclude, from, period)'],
    ['steps of the caller’s', {}, { model: { steps: [] } }, 'invalid model.steps: a list'],
    ['regressors', {}, { model: { regressors: [] } }, 'invalid model.regressors: a list'],
    [
      'conditions',
      {},
      { model: { seasonalities: [{ name: 'a', periodMs: 9, fourierOrder: 1, conditionName: 'b' }] } },
      'invalid conditionName of seasonality a: "b"',
    ],
    ['options of a fit that are none', {}, { model: { growth: 'up' } }, 'invalid growth: "up"'],
    ['a moment that is none', {}, { from: 'now' }, 'invalid from: "now" (expected epoch milliseconds'],
    ['a stretch that ends before it starts', {}, { exclude: [{ start: 2, end: 1 }] }, 'invalid range 0: "2 to 1"'],
    ['a period of no length', {}, { period: { periodMs: 0, fourierOrder: 3 } }, 'invalid period.periodMs: 0'],
    ['a period without an order', {}, { period: { periodMs: HOUR } }, 'invalid period.fourierOrder: undefined'],
    ['a period by another name', {}, { period: 'find' }, 'invalid period: "find" (expected \'offer\''],
  ])('refuses %s', (_, change, options, message) => {
    const window = typeof change === 'object' ? { ...opsSeries(2, 1), ...change } : change;
    const call = () => Reflect.apply(fitAdaptive, undefined, [prophet, window, options]);
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});

describe('fitAdaptive(…).outOfSample()', () => {
  it('forecasts each day from the days before it, first after six hours', () => {
    const series = opsSeries(28, 17, job(2, 2.5, 12));
    const yhat = fit(series).outOfSample();
    expect(yhat).toHaveLength(series.y.length);
    expect(yhat.findIndex((value) => !Number.isNaN(value))).toBe(72);
    const rest = yhat.map((value, i) => series.y[i] - value);
    expect(rms(rest.subarray(15 * 288))).toBeLessThan(1.25);
    // In sample the noise is smaller: that is why it is not read from there.
    const inSample = prophet.predict(fit(series).model, timesOf(series, 0, 28)).yhat;
    expect(rms(inSample.subarray(15 * 288).map((value, i) => series.y[15 * 288 + i] - value))).toBeLessThan(
      rms(rest.subarray(15 * 288)),
    );
  });

  it('is what a fit of the days before says, where the whole window excludes no others', () => {
    const series = opsSeries(24, 18, job(2, 2.5, 12));
    const whole = fit(series);
    const yhat = whole.outOfSample().subarray(20 * 288, 21 * 288);
    const { model } = fit(until(series, 20));
    const alone = prophet.predict(model, timesOf(series, 20, 21)).yhat;
    expect(rms(yhat.map((value, i) => value - alone[i]))).toBeLessThan(0.05);
  });

  it('knows a step only once it is six hours old, and what recurs only from what was before', () => {
    const series = opsSeries(28, 19, between(14.5, 99, 25), ({ day, ...rest }) =>
      day >= 10 ? job(2, 2.5, 12)({ day, ...rest }) : 0,
    );
    const yhat = fit(series).outOfSample();
    const rest = (day: number, hour: number) => {
      const row = day * 288 + hour * 12;
      return rms(yhat.subarray(row, row + 6).map((value, i) => series.y[row + i] - value));
    };
    expect(rest(14, 20)).toBeGreaterThan(20);
    expect(rest(15, 20)).toBeLessThan(3);
    expect(rest(10, 2)).toBeGreaterThan(8);
    // From day 24 on, four fifths of the last days of the window have it on working days or all.
    expect(rest(27, 2)).toBeGreaterThan(8);
  });

  it('is NaN before the first sample of a window, and at rows without one the forecast', () => {
    const { start, stepMs, y } = opsSeries(8, 20);
    const gappy = y.map((value, i) => (i < 500 || i === 1500 ? NaN : value));
    const yhat = fit({ start, stepMs, y: gappy }).outOfSample();
    expect(yhat.findIndex((value) => !Number.isNaN(value))).toBe(576);
    expect(yhat[1500]).not.toBeNaN();
  });
});

it('fitAdaptive() gives the same bits with both backends', async () => {
  const [wasm, javascript] = await Promise.all(
    (['wasm', 'javascript'] as const).map((backend) => loadProphet({ backend })),
  );
  const series = seriesOf(28, 30 * MINUTE, 21, [
    ({ random, hour }) => 50 + 8 * Math.sin(hour / 4) + random.normal(),
    job(2, 3, 12),
    between(9, 10, 30),
    between(20, 99, 15),
  ]);
  const [one, other] = [wasm, javascript].map((backend) => {
    const { model, found, outOfSample } = fitAdaptive(backend, series, { period: 'add' });
    return { model, found, yhat: outOfSample() };
  });
  expect(one.found.steps).toHaveLength(1);
  expect(other).toEqual(one);
});
