import { loadProphet, type Prophet } from 'prophet-wasm';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const days = (n: number) => Array.from({ length: n }, (_, i) => Date.UTC(2020, 0, 1) + i * DAY_MS);
const wavy = (time: readonly number[]) => time.map((_, i) => 10 + Math.sin(i) + 0.05 * i + Math.cos(i * i));

describe('the rows of a history', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  it('may come in any order', () => {
    const time = days(200);
    const y = wavy(time);
    const order = time.map((_, i) => (i * 77) % 200);
    const shuffled = { time: order.map((i) => time[i]), y: order.map((i) => y[i]) };
    expect(prophet.fit(shuffled)).toEqual(prophet.fit({ time, y }));
  });

  it('of one time keep their given order', () => {
    const ascending = { time: [0, HOUR_MS, HOUR_MS, 2 * HOUR_MS], y: [1, 2, 5, 4] };
    const shuffled = { time: [HOUR_MS, 2 * HOUR_MS, HOUR_MS, 0], y: [2, 4, 5, 1] };
    expect(prophet.fit(shuffled)).toEqual(prophet.fit(ascending));
  });

  it('may hold every time twice, with different values', () => {
    const time = days(50);
    const y = wavy(time);
    const model = prophet.fit({ time: [...time, ...time], y: [...y, ...y.map((value) => value + 10)] });
    expect(model.history.count).toBe(100);
    expect(model.fit.status).toBe('certified');
    expect(model.params.sigmaObs * model.scaling.yScale).toBeGreaterThan(4);
  });

  it('without a value are excluded', () => {
    const time = days(60);
    const y = wavy(time);
    const gaps = y.map((value, i) => (i % 7 === 3 ? NaN : value));
    const present = (values: readonly number[]) => values.filter((_, i) => i % 7 !== 3);
    expect(prophet.fit({ time, y: gaps })).toEqual(prophet.fit({ time: present(time), y: present(y) }));
  });

  it('may be in plain or typed arrays, which stay as they were', () => {
    const time = days(30);
    const y = wavy(time);
    const typed = { time: Float64Array.from(time), y: Float64Array.from(y) };
    expect(prophet.fit(typed)).toEqual(prophet.fit({ time, y }));
    expect(typed).toEqual({ time: Float64Array.from(days(30)), y: Float64Array.from(wavy(time)) });
  });

  it.each([2, 3, 5, 31])('are enough from 2 on: %d', (n) => {
    const time = days(n);
    const model = prophet.fit({ time, y: wavy(time) });
    expect(prophet.predict(model, days(n + 5)).yhat.every(Number.isFinite)).toBe(true);
  });

  it.each(['absmax', 'minmax'] as const)('may be as large as they are allowed to be, scaled by %s', (scaling) => {
    const time = [-8.64e15, -1e15, 3e15, 8.64e15];
    const { yhat, yhatLower, yhatUpper } = prophet.predict(
      prophet.fit({ time, y: [1e300, -1e300, 0, 9e299] }, { scaling }),
      time,
    );
    expect([...yhat, ...yhatLower, ...yhatUpper].every(Number.isFinite)).toBe(true);
  });
});
