import { normalCdf } from '../../src/sampling/normalCdf.js';

describe('normalCdf(x)', () => {
  // Abramowitz and Stegun, table 26.1; the last two are as good as certain.
  it.each([
    [0, 0.5],
    [0.5, 0.691462461274013],
    [1, 0.841344746068543],
    [-1, 0.158655253931457],
    [2, 0.977249868051821],
    [1.959963984540054, 0.975],
    [-4, 0.0000316712418331],
    [5, 0.999999713348428],
    [9, 1],
    [-Infinity, 0],
  ])('of %d is %d', (x, expected) => {
    expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(1e-14);
  });
});
