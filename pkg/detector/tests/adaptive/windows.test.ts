import { LargeRows } from '../../src/adaptive/largeRows.js';
import { createRollingMean, rollMeans } from '../../src/adaptive/rollingMean.js';
import { createNormal, createRandom } from './series.js';

const naive = (values: Float64Array, size: number, row: number) => {
  const known = values.subarray(Math.max(0, row - size + 1), row + 1).filter(Number.isFinite);
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
};

describe('rollMeans(window, values, from, to, means, offset)', () => {
  const random = createRandom(1);
  const values = Float64Array.from({ length: 500 }, () => (random() < 0.1 ? NaN : random() - 0.5));

  it.each([1, 2, 7, 48, 600])('gives the mean of the last %d values that are there', (size) => {
    const means = new Float64Array(500);
    rollMeans(createRollingMean(size, 3), values, 0, 500, means, 0);
    means.forEach((mean, row) => expect(mean).toBeCloseTo(naive(values, size, row), 14));
  });

  it('goes on where it stopped, and gives the same bits wherever it began', () => {
    const whole = new Float64Array(501);
    rollMeans(createRollingMean(48, 1000), values, 0, 500, whole, 1);
    const parts = new Float64Array(501);
    const window = createRollingMean(48, 1100);
    rollMeans(window, values, 100, 101, parts, 1);
    rollMeans(window, values, 101, 333, parts, 1);
    rollMeans(window, values, 333, 500, parts, 1);
    expect(parts.subarray(148)).toEqual(whole.subarray(148));
  });
});

describe('largeRows.quantile(from, count, quantile)', () => {
  /** Linear between order statistics. */
  const sorted = (values: Float64Array, quantile: number) => {
    const ascending = values.filter(Number.isFinite).map(Math.abs).sort();
    const place = quantile * (ascending.length - 1);
    const low = Math.floor(place);
    return ascending[low] + (place - low) * (ascending[Math.min(low + 1, ascending.length - 1)] - ascending[low]);
  };

  it.each([2, 3, 4, 5, 6])('is that of all rows, as the series grows calmer and wilder (seed %d)', (seed) => {
    const random = createRandom(seed);
    const normal = createNormal(random);
    const values = Float64Array.from({ length: 1500 }, (_, row) =>
      random() < 0.05 ? NaN : normal() * (1 + Math.sin(row / 100)) * (row > 1200 ? 0 : 1),
    );
    const rows = new LargeRows(values, 400);
    for (let to = 50; to <= 1500; to += 50) {
      rows.take(to);
      const from = Math.max(0, to - 400);
      const part = values.subarray(from, to);
      const count = part.filter(Number.isFinite).length;
      const quantile = rows.quantile(from, count, 0.98);
      expect(quantile).toBe(sorted(part, 0.98));
      rows.expect(quantile);
    }
  });
});
