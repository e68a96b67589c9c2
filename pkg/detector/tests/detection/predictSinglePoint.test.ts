import { predictSinglePoint } from '../../src/detection/predictSinglePoint.js';
import type { ForecastSource } from '../../src/detection/forecastSource.js';

/** The design's golden vector, whatever the time. */
const golden: ForecastSource = {
  forecast: (time) => ({
    time,
    yhat: time.map(() => 0.7161),
    yhatLower: time.map(() => 0.6712),
    yhatUpper: time.map(() => 0.7618),
  }),
};

describe('predictSinglePoint(model, time, value)', () => {
  it('gives the score, the band and the severity of one sample', () => {
    const prediction = predictSinglePoint(golden, 1000, 0.5033);
    expect(prediction).toMatchObject({
      time: 1000,
      value: 0.5033,
      yhat: 0.7161,
      yhatLower: 0.6712,
      yhatUpper: 0.7618,
      isAnomaly: true,
      severity: 'high',
      direction: 'below',
    });
    expect(prediction.bandLower).toBeCloseTo(0.6263, 10);
    expect(prediction.bandUpper).toBeCloseTo(0.8075, 10);
    expect(prediction.score).toBeCloseTo(2.3488, 4);
  });

  it('finds a sample within the band normal', () => {
    const prediction = predictSinglePoint(golden, 1000, 0.72);
    expect(prediction).toMatchObject({ isAnomaly: false, severity: null, direction: null });
    expect(prediction.score).toBeCloseTo(0.043, 3);
  });

  it('scores no sample that is missing', () => {
    expect(predictSinglePoint(golden, 1000, NaN)).toMatchObject({ isAnomaly: false, score: NaN, yhat: 0.7161 });
  });

  it('takes the options of a detection, but for N of M', () => {
    expect(predictSinglePoint(golden, 0, 0.5033, { thresholdMultiplier: 6 }).isAnomaly).toBe(false);
    expect(predictSinglePoint(golden, 0, 0.5033, { direction: 'above' }).isAnomaly).toBe(false);
    expect(predictSinglePoint(golden, 0, 0.5033, { n: 3, m: 5 }).isAnomaly).toBe(true);
  });

  it('refuses a time that is none', () => {
    expect(() => predictSinglePoint(golden, NaN, 1)).toThrow('invalid time: NaN (expected epoch milliseconds)');
  });
});
