import { forecastAxis } from '../../src/forecast/forecastAxis.js';

const series = (time: number[], y: number[]) => ({
  name: 'cpu',
  labels: {},
  time: Float64Array.from(time),
  y: Float64Array.from(y),
});

describe('forecastAxis', () => {
  it('goes on from the last reading to the end, step by step', () => {
    const axis = forecastAxis(series([10, 20], [1, 2]), { start: 10, end: 45 }, 10);
    expect([...axis.time]).toEqual([10, 20, 30, 40]);
    expect([...axis.y]).toEqual([1, 2, NaN, NaN]);
  });

  it('fills gaps with missing samples, never with invented ones', () => {
    const axis = forecastAxis(series([10, 40], [1, 4]), { start: 10, end: 40 }, 10);
    expect([...axis.time]).toEqual([10, 20, 30, 40]);
    expect([...axis.y]).toEqual([1, NaN, NaN, 4]);
  });

  it('starts before the first reading where the span does', () => {
    const axis = forecastAxis(series([30], [3]), { start: 5, end: 30 }, 10);
    expect([...axis.time]).toEqual([10, 20, 30]);
    expect([...axis.y]).toEqual([NaN, NaN, 3]);
  });

  it('covers the span even when nothing was read in it', () => {
    const axis = forecastAxis(series([], []), { start: 10, end: 30 }, 10);
    expect([...axis.time]).toEqual([10, 20, 30]);
  });

  it('keeps the times of samples that do not lie on the step', () => {
    const axis = forecastAxis(series([11, 23], [1, 2]), { start: 11, end: 40 }, 10);
    expect([...axis.time]).toEqual([11, 23, 33]);
  });

  it('refuses more points than a browser should hold, and says what to change', () => {
    expect(() => forecastAxis(series([0], [1]), { start: 0, end: 3_000_000 }, 10)).toThrow(
      'invalid range: 300000 steps of 0.01 s (expected at most 200000: choose a longer step',
    );
  });
});
