import { toGrid } from 'foreband-detector';

import { column, seriesOf } from '../columns.js';

const irregular = { name: 'cpu', labels: { instance: 'a' }, time: column(100, 1090, 2950), y: column(1, 2, 4) };

describe('toGrid', () => {
  it('leaves cells without a sample missing, never interpolated', () => {
    const grid = toGrid(irregular, 1000);
    expect(grid.time).toEqual(column(100, 1100, 2100, 3100));
    expect(grid.y).toEqual(column(1, 2, null, 4));
  });

  it('keeps name and labels', () => {
    expect(toGrid(irregular, 1000)).toMatchObject({ name: 'cpu', labels: { instance: 'a' } });
  });

  it('returns a regular series as it is', () => {
    const regular = seriesOf([3, null, 5]);
    expect(toGrid(regular, 1000)).toEqual(regular);
  });

  it('moves a sample to the nearest cell, from half-way to the later one', () => {
    const grid = toGrid({ ...irregular, time: column(0, 1499, 2500), y: column(1, 2, 3) }, 1000, 0, 3000);
    expect(grid.y).toEqual(column(1, 2, null, 3));
  });

  it('takes the mean of the finite samples in one cell', () => {
    const grid = toGrid(seriesOf([1, 3, null, 8], 100), 1000, 0, 0);
    expect(grid.y).toEqual(column(4));
  });

  it('fills the asked range with missing cells and leaves out samples beyond it', () => {
    const grid = toGrid(seriesOf([1, 2, 3, 4]), 1000, -1000, 1500);
    expect(grid.time).toEqual(column(-1000, 0, 1000));
    expect(grid.y).toEqual(column(null, 1, 2));
  });

  it('treats infinite values as missing', () => {
    expect(toGrid(seriesOf([1, Infinity, 2]), 1000).y).toEqual(column(1, null, 2));
  });

  it('gives an empty series for an empty one', () => {
    expect(toGrid(seriesOf([]), 1000).time).toHaveLength(0);
  });

  it('refuses a step that is not above 0', () => {
    expect(() => toGrid(irregular, 0)).toThrow(new RangeError('invalid stepMs: 0 (expected above 0)'));
  });
});
