import { loadProphet, residualSummary } from 'prophet-wasm';

import { syntheticHistory } from '../synthetic.js';

const columns = (y: readonly number[], yhat: readonly number[]) => ({
  y,
  yhat: Float64Array.from(yhat),
  yhatLower: Float64Array.from(yhat, (value) => value - 2),
  yhatUpper: Float64Array.from(yhat, (value) => value + 2),
});

describe('residualSummary(forecast, { maxLag })', () => {
  it('has bias, deviation, mae, rmse and the shares outside the interval', () => {
    const summary = residualSummary(columns([11, 9, 14, 10, 7], [10, 10, 10, 10, 10]), { maxLag: 2 });
    expect(summary).toMatchObject({ count: 5, shareAbove: 0.2, shareBelow: 0.2, shareOutside: 0.4 });
    expect(summary.bias).toBeCloseTo(0.2);
    expect(summary.mae).toBeCloseTo(9 / 5);
    expect(summary.rmse).toBeCloseTo(Math.sqrt(27 / 5));
    expect(summary.deviation).toBeCloseTo(Math.sqrt(26.8 / 4));
    expect(summary.autocorrelationLimit).toBeCloseTo(1.96 / Math.sqrt(5));
  });

  it('finds residuals that alternate, and leaves pairs with a missing one out', () => {
    const alternating = residualSummary(columns([1, -1, 1, -1, 1, -1], [0, 0, 0, 0, 0, 0]), { maxLag: 2 });
    expect(Array.from(alternating.autocorrelation)).toEqual([-5 / 6, 4 / 6]);
    const gap = residualSummary(columns([1, -1, NaN, -1, 1, -1], [0, 0, 0, 0, 0, 0]), { maxLag: 1 });
    expect(gap.count).toBe(5);
    expect(gap.autocorrelation[0]).toBeLessThan(0);
  });

  it('is near nothing but noise for a model that fits', async () => {
    const prophet = await loadProphet();
    const { time, y } = syntheticHistory();
    const model = prophet.fit({ time, y }, { intervalWidth: 0.9 });
    const summary = residualSummary({ y, ...prophet.predict(model, time) });
    expect(Math.abs(summary.bias)).toBeLessThan(0.05);
    expect(summary.deviation).toBeCloseTo(model.params.sigmaObs * model.scaling.yScale, 1);
    expect(summary.autocorrelation).toHaveLength(24);
    expect(summary.shareOutside).toBeLessThan(0.2);
  });

  it.each([
    [columns([1], [1, 2]), {}, 'invalid y: "1 values" (expected 2, one for each forecast)'],
    [columns([NaN], [1]), {}, 'invalid y: "no value" (expected at least one observation)'],
    [columns([1], [1]), { maxLag: 0 }, 'invalid maxLag: 0 (expected a whole number above 0)'],
  ])('refuses %j', (forecast, options, message) => {
    expect(() => residualSummary(forecast, options)).toThrow(message);
  });
});
