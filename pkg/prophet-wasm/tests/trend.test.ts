import { loadProphet, type Prophet } from 'prophet-wasm';

import { handmadeModel } from './handmadeModel.js';

const DAY_MS = 86_400_000;
const zeroToTen = Array.from({ length: 11 }, (_, i) => i);

describe('the trend', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  const trendOf = (tChange: readonly number[], delta: readonly number[], time: readonly number[]) =>
    Array.from(prophet.predict(handmadeModel({ params: { k: 1, m: 0, tChange, delta } }), time).trend);

  it('bends at a changepoint and goes on with its last slope', () => {
    expect(trendOf([5], [0.5], zeroToTen)).toEqual([0, 1, 2, 3, 4, 5, 6.5, 8, 9.5, 11, 12.5]);
  });

  it('has the same values when only late rows are asked for, or in any order', () => {
    expect(trendOf([5], [0.5], [8, 9, 10])).toEqual([9.5, 11, 12.5]);
    expect(trendOf([5], [0.5], [10, 2, 7])).toEqual([12.5, 2, 8]);
  });

  it('bends at every changepoint', () => {
    const expected = [0, 1, 2, 3, 4, 5.4, 6.8, 8.2, 9.6, 11.5, 13.4];
    trendOf([4, 8], [0.4, 0.5], zeroToTen).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
  });

  it('is the offset everywhere with flat growth', () => {
    const model = handmadeModel({ growth: 'flat', params: { m: 0.5 } });
    expect(Array.from(prophet.predict(model, zeroToTen).trend)).toEqual(zeroToTen.map(() => 0.5));
  });

  it.each(['absmax', 'minmax'] as const)('is flat through a sine, scaled by %s', (scaling) => {
    const time = Array.from({ length: 56 }, (_, i) => Date.UTC(2020, 0, 1) + i * DAY_MS);
    const y = time.map((_, i) => 30 + Math.sin((8 * 2 * Math.PI * i) / 55));
    const model = prophet.fit({ time, y }, { growth: 'flat', scaling });
    const { trend } = prophet.predict(model, time);
    expect(model.params.k).toBe(0);
    expect(new Set(trend).size).toBe(1);
    expect(Math.round(trend[0])).toBe(30);
    expect(trend[0]).toBe(model.params.m * model.scaling.yScale + model.scaling.yMin);
  });

  it('plus all seasonalities is the point forecast', () => {
    const time = Array.from({ length: 500 }, (_, i) => i * 3_600_000);
    const model = prophet.fit({ time, y: time.map((_, i) => 5 + Math.sin(i / 4) + Math.cos(i * i) + i / 100) });
    const { yhat, trend, additiveTerms, components } = prophet.predict(model, time);
    expect(Object.keys(components)).toEqual(['weekly', 'daily']);
    yhat.forEach((value, i) => {
      expect(additiveTerms[i]).toBeCloseTo(components.weekly[i] + components.daily[i], 12);
      expect(value).toBeCloseTo(trend[i] + additiveTerms[i], 12);
    });
  });
});
