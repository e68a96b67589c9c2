import { proportionInterval } from 'foreband-detector';

describe('proportionInterval', () => {
  // Newcombe (1998), "Two-sided confidence intervals for the single proportion: comparison of seven methods", table I,
  // method 3 (score without continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d of %d is the published score interval', (nHits, n, lower, upper) => {
    const interval = proportionInterval(nHits, n);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('of 9 of 10 is 60 to 98 %, and of all of them the mirror of none', () => {
    const { lower, upper } = proportionInterval(9, 10);
    expect([lower.toFixed(2), upper.toFixed(2)]).toEqual(['0.60', '0.98']);
    expect(proportionInterval(20, 20).lower).toBeCloseTo(1 - 0.1611, 4);
    expect(proportionInterval(20, 20).upper).toBe(1);
  });

  it('says nothing where nothing was counted', () => {
    expect(proportionInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
  });
});
