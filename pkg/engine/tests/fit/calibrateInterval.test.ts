import { loadProphet, type Prophet } from 'prophet-wasm';

import { calibrationFactor } from '../../src/fit/calibrateInterval.js';
import { widenInterval } from '../../src/forecast/widenInterval.js';

const HOUR = 3_600_000;
const time = Float64Array.from({ length: 200 }, (_, row) => row * HOUR);

/** A level of 10 with a noise of 1 that swings evenly, and some samples farther away. */
function samples(nFar: number, distance: number): Float64Array {
  return time.map((_, row) => {
    const side = row % 2 === 0 ? 1 : -1;
    return 10 + side * (row % Math.floor(200 / Math.max(1, nFar)) === 0 && nFar > 0 ? distance : 1);
  });
}

describe('calibrationFactor(prophet, model, history, share)', () => {
  let prophet: Prophet;
  beforeAll(async () => {
    prophet = await loadProphet();
  });

  const flat = { growth: 'flat', dailySeasonality: false, weeklySeasonality: false } as const;

  it('is 1 where the interval holds what it promises', () => {
    const y = samples(0, 0);
    expect(calibrationFactor(prophet, prophet.fit({ time, y }, flat), { time, y }, 0.95)).toBe(1);
  });

  it('takes no notice of fewer samples than the share leaves out', () => {
    const [clean, spoilt] = [samples(0, 0), samples(4, 50)];
    const model = prophet.fit({ time, y: clean }, flat);
    expect(calibrationFactor(prophet, model, { time, y: spoilt }, 0.95)).toBe(1);
  });

  it('is how many times the interval must be wider to hold the share', () => {
    const y = samples(20, 8);
    const model = prophet.fit({ time, y: samples(0, 0) }, flat);
    const factor = calibrationFactor(prophet, model, { time, y }, 0.95);
    const forecast = widenInterval(prophet.predict(model, time, { intervalWidth: 0.95 }), factor);
    const nHeld = y.filter(
      (value, row) => value >= forecast.yhatLower[row] - 1e-9 && value <= forecast.yhatUpper[row] + 1e-9,
    ).length;
    expect(factor).toBeGreaterThan(3);
    expect(nHeld).toBe(200);
    expect(Math.max(...y)).toBeCloseTo(forecast.yhatUpper[0], 6);
  });

  it('is 1 for a constant history', () => {
    const y = time.map(() => 3);
    expect(calibrationFactor(prophet, prophet.fit({ time, y }), { time, y }, 0.97)).toBe(1);
  });
});

describe('widenInterval(forecast, factor)', () => {
  const forecast = {
    time: Float64Array.of(0),
    yhat: Float64Array.of(10),
    yhatLower: Float64Array.of(9),
    yhatUpper: Float64Array.of(12),
    trend: Float64Array.of(10),
    additiveTerms: Float64Array.of(0),
    multiplicativeTerms: Float64Array.of(0),
    components: {},
  };

  it('reaches so many times as far on either side, about the same forecast', () => {
    const { yhat, yhatLower, yhatUpper } = widenInterval(forecast, 1.5);
    expect([yhatLower[0], yhat[0], yhatUpper[0]]).toEqual([8.5, 10, 13]);
  });

  it('changes nothing by a factor of 1', () => {
    expect(widenInterval(forecast, 1)).toBe(forecast);
  });
});
