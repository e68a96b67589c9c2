import {
  firstPassage,
  loadProphet,
  predictiveSamples,
  withRecurring,
  type Prophet,
  type ProphetOptions,
} from 'prophet-wasm';

import { hourAfterStart } from './synthetic.js';

const HOURS = 240;
const ahead = Array.from({ length: 48 }, (_, i) => hourAfterStart(HOURS + i));
/** Falls to 0 and stays there: a line goes on below. */
const falling = {
  time: Array.from({ length: HOURS }, (_, i) => hourAfterStart(i)),
  y: Array.from({ length: HOURS }, (_, i) => Math.max(0, 20 - i / 10 + Math.cos(i * i))),
};
const options: ProphetOptions = { dailySeasonality: false };
const least = (values: ArrayLike<number>) => Math.min(...Array.from(values));
const most = (values: ArrayLike<number>) => Math.max(...Array.from(values));

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

describe('the option bounds', () => {
  const forecast = (bounds: ProphetOptions['bounds']) =>
    prophet.predict(prophet.fit(falling, { ...options, bounds }), ahead);

  it('is off by default: the forecast is Prophet’s', () => {
    const model = prophet.fit(falling, options);
    expect(model.bounds).toEqual({ lower: null, upper: null });
    expect(least(prophet.predict(model, ahead).yhatLower)).toBeLessThan(0);
    expect(forecast('off')).toEqual(prophet.predict(model, ahead));
  });

  it('keeps yhat and the interval at 0 or more with auto, where no y of the history is below it', () => {
    const { yhat, yhatLower, yhatUpper } = forecast('auto');
    expect([least(yhat), least(yhatLower)]).toEqual([0, 0]);
    expect(least(yhatUpper)).toBeGreaterThan(0);
  });

  it('does not bound with auto where a y is negative', () => {
    const y = falling.y.map((value, i) => (i === 5 ? -0.1 : value));
    const model = prophet.fit({ time: falling.time, y }, { ...options, bounds: 'auto' });
    expect(model.bounds).toEqual({ lower: null, upper: null });
  });

  it('holds each bound of its own where it is to be held and the history does', () => {
    const bounds = (lower: number, upper: number) =>
      prophet.fit(falling, { ...options, bounds: { lower, upper, when: 'held' } }).bounds;
    expect(bounds(0, 100)).toEqual({ lower: 0, upper: 100 });
    expect(bounds(1, 100)).toEqual({ lower: null, upper: 100 });
    expect(bounds(0, 1)).toEqual({ lower: 0, upper: null });
  });

  it('keeps within what it is given, whatever the history holds', () => {
    const { yhat, yhatLower, yhatUpper } = forecast({ lower: 3, upper: 3.5 });
    expect([least(yhat), least(yhatLower), most(yhatUpper)]).toEqual([3, 3, 3.5]);
  });

  it('brings a yhat beyond a bound to it, and its interval with it', () => {
    const [free, bounded] = [forecast('off'), forecast('auto')];
    expect(free.yhat[40]).toBeLessThan(0);
    expect(bounded.yhatUpper[40]).toBeCloseTo(free.yhatUpper[40] - free.yhat[40], 9);
  });

  it('leaves the parts of the forecast as they are', () => {
    const [free, bounded] = [forecast('off'), forecast('auto')];
    expect(bounded.trend).toEqual(free.trend);
    expect(bounded.additiveTerms).toEqual(free.additiveTerms);
  });

  it('holds on regular rows too', () => {
    const { time, y } = falling;
    const model = prophet.fit({ start: time[0], stepMs: time[1] - time[0], y }, { ...options, bounds: 'auto' });
    expect(model.bounds).toEqual({ lower: 0, upper: null });
  });

  it('bounds before what recurs is added, and after it', () => {
    const model = prophet.fit(falling, { ...options, bounds: 'auto' });
    const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], startMs: 0, values: Array<number>(24).fill(5) };
    const recurring = withRecurring(model, { slotMs: 3_600_000, runs: [everyDay], edges: [] });
    expect(prophet.predict(recurring, ahead).yhat[40]).toBe(5);
    const less = withRecurring(model, { slotMs: 3_600_000, runs: [{ ...everyDay, values: [-5] }], edges: [] });
    expect(least(prophet.predict(less, ahead).yhat)).toBe(0);
  });

  it('bounds draws, and a limit beyond it is never crossed', () => {
    const model = prophet.fit(falling, { ...options, bounds: { lower: 0, upper: 25 } });
    const { yhat } = predictiveSamples(prophet, model, ahead, { nSamples: 20 });
    expect(least(yhat)).toBe(0);
    const passing = (limit: number, direction: 'above' | 'below') =>
      most(firstPassage(prophet, model, ahead, { limit, direction, of: 'observation', nSamples: 20 }).probability);
    expect(passing(-1, 'below')).toBe(0);
    expect(passing(26, 'above')).toBe(0);
    expect(passing(0.5, 'below')).toBeGreaterThan(0.5);
  });

  it.each([
    ['on', "invalid bounds: \"on\" (expected 'off', 'auto' or an object with lower and upper)"],
    [{ least: 0 }, 'unknown field of bounds: least (expected one of lower, upper, when)'],
    [{ lower: '0' }, 'invalid bounds.lower: "0" (expected a number, at most 1e+300 in size, or null)'],
    [{ upper: NaN }, 'invalid bounds.upper: NaN (expected a number, at most 1e+300 in size, or null)'],
    [{ lower: 1, upper: 1 }, 'invalid bounds.upper: 1 (expected more than the lower bound, 1)'],
    [{ lower: 1, when: 'never' }, 'invalid bounds.when: "never" (expected always or held)'],
  ])('refuses %j', (bounds, message) => {
    const call = () => Reflect.apply(prophet.fit, prophet, [falling, { bounds }]);
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
