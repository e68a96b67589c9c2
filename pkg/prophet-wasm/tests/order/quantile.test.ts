import { createLatestMedian } from '../../src/order/latestMedian.js';
import { medianOf, quantile, quantileOfLargest } from '../../src/order/quantile.js';
import { createRandom } from '../random.js';

/** By its definition: order statistics of a sorted copy, between two of them linearly. */
function sortedQuantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

describe('quantile(values, count, q)', () => {
  it.each([
    [[7], 0.5, 7],
    [[1, 2], 0.5, 1.5],
    [[3, 1, 2], 0, 1],
    [[3, 1, 2], 1, 3],
    [[40, 10, 30, 20], 0.25, 17.5],
  ])('of %j at %d is %d', (values, q, expected) => {
    expect(quantile(Float64Array.from(values), values.length, q)).toBeCloseTo(expected, 12);
  });

  it('is that of a sorted copy, for few and many values, with ties and in any order', () => {
    const random = createRandom(1);
    for (const n of [1, 2, 5, 24, 25, 100, 599, 601, 3000]) {
      const orders = [
        Array.from({ length: n }, () => random.normal()),
        Array.from({ length: n }, () => random.integer(0, 4)),
        Array.from({ length: n }, (_, i) => i),
        Array.from({ length: n }, (_, i) => -i),
      ];
      for (const values of orders) {
        for (const q of [0, 0.02, 0.5, 0.98, 0.99, 1]) {
          expect([n, q, quantile(Float64Array.from(values), n, q)]).toEqual([
            n,
            q,
            expect.closeTo(sortedQuantile(values, q), 12),
          ]);
        }
      }
    }
  });

  it('looks at no value behind the first ones, and is NaN of none', () => {
    expect(quantile(Float64Array.of(1, 2, 3, 1000), 3, 0.5)).toBe(2);
    expect(medianOf(Float64Array.of(1), 0)).toBeNaN();
  });
});

describe('quantileOfLargest(values, count, total, q)', () => {
  it('is the quantile of all values where it is among the largest ones, which alone are given', () => {
    const values = Array.from({ length: 100 }, (_, i) => i);
    const largest = (count: number) => Float64Array.from(values.slice(100 - count));
    expect(quantileOfLargest(largest(100), 100, 100, 0.98)).toBeCloseTo(sortedQuantile(values, 0.98), 12);
    expect(quantileOfLargest(largest(5), 5, 100, 0.98)).toBeCloseTo(sortedQuantile(values, 0.98), 12);
    expect(quantileOfLargest(largest(1), 1, 100, 1)).toBe(99);
  });

  it('is NaN where the quantile is below them', () => {
    expect(quantileOfLargest(Float64Array.of(98, 99), 2, 100, 0.95)).toBeNaN();
  });
});

describe('createLatestMedian(capacity)', () => {
  it('is the median of the latest values, fewer at first, and of none after clear()', () => {
    const latest = createLatestMedian(3);
    expect(latest.median()).toBeNaN();
    const medians = [5, 1, 3, 3, 9, -2].map((value) => {
      latest.push(value);
      return latest.median();
    });
    expect(medians).toEqual([5, 3, 3, 3, 3, 3]);
    latest.clear();
    latest.push(8);
    expect(latest.median()).toBe(8);
  });
});
