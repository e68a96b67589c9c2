import { appendTail } from 'foreband-detector';

import { column, seriesOf } from '../columns.js';

const series = { ...seriesOf([1, 2, 3]), name: 'kept' };
const tail = (time: readonly number[], y: readonly (number | null)[]) => ({
  name: 'tail',
  labels: {},
  time: column(...time),
  y: column(...y),
});

describe('appendTail', () => {
  it('adds newer samples at the end', () => {
    const joined = appendTail(series, tail([3000, 4000], [4, 5]));
    expect(joined).toEqual({ ...series, time: column(0, 1000, 2000, 3000, 4000), y: column(1, 2, 3, 4, 5) });
  });

  it('replaces the samples it overlaps, also by missing ones', () => {
    const joined = appendTail(series, tail([1000, 2000, 3000], [20, null, 40]));
    expect(joined.time).toEqual(column(0, 1000, 2000, 3000));
    expect(joined.y).toEqual(column(1, 20, null, 40));
  });

  it('drops samples between its first and last time that it does not have', () => {
    expect(appendTail(series, tail([500, 2500], [7, 8])).time).toEqual(column(0, 500, 2500));
  });

  it('keeps the samples after it, so the order of time holds wherever it lies', () => {
    const joined = appendTail(series, tail([-1000, 0], [9, 10]));
    expect(joined.time).toEqual(column(-1000, 0, 1000, 2000));
    expect(joined.y).toEqual(column(9, 10, 2, 3));
  });

  it('returns the series for an empty tail, and the tail’s samples for an empty series', () => {
    expect(appendTail(series, tail([], []))).toBe(series);
    expect(appendTail(seriesOf([]), tail([5], [6])).y).toEqual(column(6));
  });
});
