import { loadProphet, type Model, type Prophet, type TimedHistory } from 'prophet-wasm';

import { businessDays, priceAt } from './businessDays.js';
import { handmadeModel } from './handmadeModel.js';

const DAY_MS = 86_400_000;

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

const zeroToTen = Array.from({ length: 11 }, (_, i) => i);

describe('logistic growth', () => {
  it.each([
    [
      [5],
      [0.5],
      [5, 7.310586, 8.807971, 9.525741, 9.820138, 9.933071, 9.984988, 9.996646, 9.999252, 9.999833, 9.999963],
    ],
    [
      [4, 8],
      [0.4, 0.5],
      [5, 7.310586, 8.807971, 9.525741, 9.820138, 9.955037, 9.988875, 9.997254, 9.999323, 9.999899, 9.999985],
    ],
  ])('approaches its cap through changes of rate at %j', (tChange, delta, expected) => {
    const model = handmadeModel({ growth: 'logistic', params: { k: 1, m: 0, tChange, delta } });
    const { trend } = prophet.predict(model, { time: zeroToTen, cap: 10 });
    trend.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
  });

  it('follows a cap that moves', () => {
    const model = handmadeModel({ growth: 'logistic', params: { k: 0, m: 0 } });
    const { trend } = prophet.predict(model, { time: zeroToTen, cap: zeroToTen.map((i) => i + 2) });
    expect(Array.from(trend)).toEqual(zeroToTen.map((i) => (i + 2) / 2));
  });

  const time = businessDays(255);
  const history: TimedHistory = { time, y: time.map((_, i) => priceAt(i)), floor: 10, cap: 80 };
  const shifted: TimedHistory = { time, y: Array.from(history.y, (y) => y + 10), floor: 20, cap: 90 };
  const scaledY = (given: TimedHistory, { scaling }: Model) =>
    Array.from(given.y, (y) => (y - (scaling.floor ?? NaN)) / scaling.yScale);

  it('scales y above the floor by its largest size there, with absmax', () => {
    const model = prophet.fit(history, { growth: 'logistic' });
    expect(model.scaling.hasFloor).toBe(true);
    expect(Math.max(...scaledY(history, model))).toBe(1);
    expect(Math.max(...scaledY(shifted, prophet.fit(shifted, { growth: 'logistic' })))).toBeCloseTo(1, 12);
  });

  it('scales from floor to cap with minmax', () => {
    const options = { growth: 'logistic', scaling: 'minmax' } as const;
    const model = prophet.fit(history, options);
    const scaled = scaledY(history, model);
    expect(model.scaling.yScale).toBe(70);
    expect(Math.min(...scaled)).toBeGreaterThan(0);
    expect(Math.max(...scaled)).toBeLessThan(1);
    scaledY(shifted, prophet.fit(shifted, options)).forEach((y, i) => expect(y).toBeCloseTo(scaled[i], 12));
  });

  it.each(['absmax', 'minmax'] as const)('does not mind where y, floor and cap stand together, with %s', (scaling) => {
    const [here, there] = [history, shifted].map((one) => {
      const model = prophet.fit(one, { growth: 'logistic', scaling });
      return prophet.predict(model, time).yhat;
    });
    here.forEach((yhat, i) => expect(there[i]).toBeCloseTo(yhat + 10, 6));
  });

  it('keeps a trend between floor and cap, far ahead too', () => {
    const model = prophet.fit(history, { growth: 'logistic' });
    const future = Array.from({ length: 50 }, (_, i) => time[254] + 100 * i * DAY_MS);
    const { trend } = prophet.predict(model, future);
    expect(Math.min(...trend)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...trend)).toBeLessThanOrEqual(80);
  });

  it('remembers a cap and floor that were numbers, and needs those that were columns', () => {
    const model = prophet.fit(history, { growth: 'logistic' });
    expect(prophet.predict(model, time)).toEqual(prophet.predict(model, { time, cap: 80, floor: 10 }));
    const moving = { ...history, cap: time.map((_, i) => 80 + i), floor: time.map(() => 10) };
    const other = prophet.fit(moving, { growth: 'logistic' });
    expect(() => prophet.predict(other, time)).toThrow('invalid cap: undefined (expected with logistic growth');
    expect(() => prophet.predict(other, { time, cap: 90 })).toThrow('invalid floor: undefined');
  });

  it('without changepoints keeps the curve that was fitted, its one change folded into rate and offset', () => {
    const model = prophet.fit(history, { growth: 'logistic', nChangepoints: 0, weeklySeasonality: false });
    const { trend } = prophet.predict(model, time);
    const rss = trend.reduce((sum, value, i) => sum + (value - history.y[i]) ** 2, 0);
    const { yScale } = model.scaling;
    expect(model.params.delta).toEqual([0]);
    expect(Math.sqrt(rss / 255) / yScale).toBeCloseTo(model.params.sigmaObs, 4);
  });

  it.each([
    ['no cap', { cap: undefined }, 'invalid cap: undefined (expected with logistic growth'],
    ['a cap at the floor', { cap: 10 }, 'invalid cap: 10 (expected more than the floor, 10)'],
    ['a missing cap', { cap: [80, NaN, 80], time: [0, 1, 2], y: [20, 30, 40] }, 'invalid cap[1]: NaN'],
    ['a cap of another length', { cap: [80] }, 'invalid cap: "1 values" (expected 255, one for each row)'],
    ['an infinite floor', { floor: -Infinity }, 'invalid floor: -Infinity'],
  ])('refuses %s', (_, given, message) => {
    expect(() => prophet.fit({ ...history, ...given }, { growth: 'logistic' })).toThrow(message);
  });

  it('refuses a forecast whose cap is not above its floor', () => {
    const model = prophet.fit(history, { growth: 'logistic' });
    expect(() => prophet.predict(model, { time, cap: 5 })).toThrow('invalid cap: 5 (expected more than the floor, 10)');
  });

  it.each(['linear', 'flat'] as const)(
    'alone has bounds: %s growth is refused with them, unless prepared for any',
    (growth) => {
      const plain = { time: history.time, y: history.y };
      const message =
        /^invalid (cap|floor): .* \(expected none with \w+ growth; set growth to 'logistic', or bounds to keep/;
      for (const name of ['cap', 'floor'] as const) {
        const bounded = { ...plain, [name]: history[name] };
        expect(() => prophet.fit(bounded, { growth })).toThrow(message);
        expect(() => prophet.fitMany({ time: plain.time, ys: [plain.y], [name]: history[name] }, { growth })).toThrow(
          message,
        );
      }
      expect(prophet.prepare(history).fit({ growth })).toEqual(prophet.fit(plain, { growth }));
    },
  );
});
