import { bandOf, detect, parseDetectionOptions, severityOf, thresholdOf } from 'foreband-detector';

import { column, flatForecast } from '../columns.js';

// The original detector's example: forecast 0.7161 with the interval [0.6712, 0.7618], multiplier 2, observed 0.5033.
const golden = { time: column(0), yhat: column(0.7161), yhatLower: column(0.6712), yhatUpper: column(0.7618) };

describe('scoring', () => {
  it('gives the original detector’s band for its example', () => {
    const { lower, upper } = bandOf(golden, 2);
    expect(lower[0]).toBeCloseTo(0.6263, 4);
    expect(upper[0]).toBeCloseTo(0.8075, 4);
  });

  it('gives the original detector’s score and severity for its example', () => {
    const { score, anomalies } = detect(column(0), column(0.5033), golden, parseDetectionOptions());
    expect(score[0]).toBeCloseTo(2.3488, 4);
    expect(anomalies).toHaveLength(1);
    expect(anomalies[0]).toMatchObject({ direction: 'below', severity: 'high', peakValue: 0.5033, expected: 0.7161 });
  });

  it('makes the band the interval itself at multiplier 1, and narrower below', () => {
    expect(bandOf(golden, 1)).toEqual({ lower: golden.yhatLower, upper: golden.yhatUpper });
    expect(bandOf(flatForecast(1, 10, 2), 0.5)).toEqual({ lower: column(9), upper: column(11) });
  });

  it('stretches each side of an uneven interval by its own length', () => {
    const uneven = { time: column(0), yhat: column(10), yhatLower: column(9), yhatUpper: column(14) };
    expect(bandOf(uneven, 3)).toEqual({ lower: column(7), upper: column(22) });
  });

  it('counts only points strictly outside the band', () => {
    const forecast = flatForecast(4, 10, 1);
    const { anomalous } = detect(forecast.time, column(12, 12.001, 8, 7.999), forecast, parseDetectionOptions());
    expect([...anomalous]).toEqual([0, 1, 0, 1]);
  });

  it('agrees with the threshold m / 2 for a symmetric interval', () => {
    const forecast = flatForecast(2, 10, 1);
    const options = parseDetectionOptions({ thresholdMultiplier: 3 });
    const { score, anomalous } = detect(forecast.time, column(12.99, 13.01), forecast, options);
    expect(thresholdOf(3)).toBe(1.5);
    expect([...score].map((value) => value > thresholdOf(3))).toEqual([false, true]);
    expect([...anomalous]).toEqual([0, 1]);
  });

  it('gives a series of any size the same scores', () => {
    const scoresAt = (scale: number) => {
      const forecast = {
        time: column(0),
        yhat: column(scale),
        yhatLower: column(0.9 * scale),
        yhatUpper: column(1.1 * scale),
      };
      const context = { isDegenerate: false, scale };
      return detect(column(0), column(1.5 * scale), forecast, parseDetectionOptions(), context).score[0];
    };
    expect(scoresAt(1e-12)).toBeCloseTo(2.5, 6);
    expect(scoresAt(1)).toBeCloseTo(2.5, 6);
    expect(scoresAt(1e12)).toBeCloseTo(2.5, 6);
  });

  it('scores nothing where nothing is measured or forecast', () => {
    const forecast = { ...flatForecast(4, 10, 1), yhat: column(10, 10, null, 10) };
    const { score, anomalous } = detect(
      forecast.time,
      column(null, Infinity, 50, 50),
      forecast,
      parseDetectionOptions(),
    );
    expect([...score].map(Number.isNaN)).toEqual([true, true, true, false]);
    expect([...anomalous]).toEqual([0, 0, 0, 1]);
  });

  it('gives a band for the future, where nothing is measured yet', () => {
    const forecast = flatForecast(2, 10, 1);
    const { bandLower, bandUpper } = detect(forecast.time, column(10, null), forecast, parseDetectionOptions());
    expect([...bandLower, ...bandUpper]).toEqual([8, 8, 12, 12]);
  });

  it.each([
    [0, 'low'],
    [1.4999, 'low'],
    [1.5, 'medium'],
    [1.9999, 'medium'],
    [2, 'high'],
    [2.9999, 'high'],
    [3, 'critical'],
    [1e9, 'critical'],
    [NaN, 'low'],
  ])('calls a score of %d %s', (score, severity) => {
    expect(severityOf(score)).toBe(severity);
  });
});
