import { replaceSpan } from '../../src/series/joinSeries.js';

const series = (time: number[], y: number[]) => ({
  name: 'cpu',
  labels: {},
  time: Float64Array.from(time),
  y: Float64Array.from(y),
});

describe('replaceSpan', () => {
  it('takes the fresh rows where nothing was known', () => {
    const fresh = series([1], [1]);
    expect(replaceSpan(undefined, fresh, { start: 0, end: 1 })).toBe(fresh);
  });

  it('replaces the tail and appends what is new', () => {
    const joined = replaceSpan(series([10, 20, 30], [1, 2, 3]), series([30, 40], [9, 4]), { start: 30, end: 40 });
    expect([[...joined.time], [...joined.y]]).toEqual([
      [10, 20, 30, 40],
      [1, 2, 9, 4],
    ]);
  });

  it('puts older rows in front', () => {
    const joined = replaceSpan(series([30], [3]), series([10, 20], [1, 2]), { start: 10, end: 20 });
    expect([...joined.time]).toEqual([10, 20, 30]);
  });

  it('leaves out rows that a source sent unasked, whatever was known', () => {
    const unasked = series([10, 20, 30, 40, 50], [7, 7, 9, 4, 7]);
    const span = { start: 30, end: 40 };
    expect([...replaceSpan(undefined, unasked, span).time]).toEqual([30, 40]);
    const joined = replaceSpan(series([10, 20, 30], [1, 2, 3]), unasked, span);
    expect([[...joined.time], [...joined.y]]).toEqual([
      [10, 20, 30, 40],
      [1, 2, 9, 4],
    ]);
  });
});
