import { normalAt, uniformAt } from '../../src/simulation/randomAt.js';

const places = Array.from({ length: 20_000 }, (_, place) => place);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('uniformAt', () => {
  it('fills the tenths between 0 and 1 evenly', () => {
    const counts = new Array<number>(10).fill(0);
    places.forEach((place) => counts[Math.floor(10 * uniformAt(1, 1, place))]++);
    // Five standard deviations of a binomial count of 20,000 with chance 0.1.
    counts.forEach((count) => expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(20_000 * 0.1 * 0.9)));
  });

  it('gives unrelated numbers for other seeds, streams, places and draws', () => {
    const numbers = [
      uniformAt(1, 1, 1, 1),
      uniformAt(2, 1, 1, 1),
      uniformAt(1, 2, 1, 1),
      uniformAt(1, 1, 2, 1),
      uniformAt(1, 1, 1, 2),
    ];
    expect(new Set(numbers).size).toBe(5);
  });
});

describe('normalAt', () => {
  it('has mean 0, variance 1, the kurtosis of a normal and no memory', () => {
    const z = places.map((place) => normalAt(1, 1, place));
    expect(Math.abs(mean(z))).toBeLessThan(0.04);
    expect(Math.abs(mean(z.map((value) => value ** 2)) - 1)).toBeLessThan(0.05);
    expect(Math.abs(mean(z.map((value) => value ** 4)) - 3)).toBeLessThan(0.35);
    expect(Math.abs(mean(z.slice(1).map((value, i) => value * z[i])))).toBeLessThan(0.04);
  });
});
