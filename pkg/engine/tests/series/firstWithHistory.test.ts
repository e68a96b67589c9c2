import { firstWithHistory } from '../../src/series/firstWithHistory.js';

const first = (...columns: ReadonlyArray<readonly number[]>) =>
  columns.indexOf(firstWithHistory(columns, (column) => [Float64Array.from(column)]) ?? []);

describe('firstWithHistory(all, readingsOf)', () => {
  it('is the first where all have about as many samples', () => {
    expect(first([1, 2, 3], [1, 2, 3, 4])).toBe(0);
  });

  it('passes over one that has just appeared', () => {
    expect(first([1], [1, 2, 3, 4], [1, 2, 3, 4, 5])).toBe(1);
  });

  it('does not count missing values', () => {
    expect(first([NaN, NaN, NaN, 4], [1, 2, 3, 4])).toBe(1);
  });

  it('is the first where none has any, and undefined without any series', () => {
    expect(first([], [])).toBe(0);
    expect(firstWithHistory([], () => [])).toBeUndefined();
  });
});
