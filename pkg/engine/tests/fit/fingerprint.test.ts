import { fingerprint } from '../../src/fit/fingerprint.js';

const column = (...values: number[]) => Float64Array.from(values);

describe('fingerprint', () => {
  it('is the same for the same content', () => {
    expect(fingerprint(column(1, 2, NaN))).toBe(fingerprint(column(1, 2, NaN)));
  });

  it.each([
    ['the last bit of a value', column(1, 2 + Number.EPSILON * 2)],
    ['the sign of a value', column(1, -2)],
    ['the order', column(2, 1)],
    ['the length', column(1, 2, 0)],
  ])('changes with %s', (_, other) => {
    expect(fingerprint(other)).not.toBe(fingerprint(column(1, 2)));
  });

  it('tells columns apart that only together hold the same numbers', () => {
    expect(fingerprint(column(1), column(2, 3))).not.toBe(fingerprint(column(1, 2), column(3)));
  });

  it('has no collision among 20,000 nearly equal series', () => {
    const seen = new Set(Array.from({ length: 20_000 }, (_, index) => fingerprint(column(0.5, index / 1e6, 0.25))));
    expect(seen.size).toBe(20_000);
  });
});
