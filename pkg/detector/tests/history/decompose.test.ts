import { decompose, decomposeSteps, nDecompositionSteps, parseStlOptions } from 'foreband-detector';

import { column } from '../columns.js';
import vectors from '../vectors/decomposition.json';

const y = Float64Array.from(vectors.y);
const { period } = vectors;

function largestDifference(left: Float64Array, right: readonly number[]): number {
  return left.reduce((most, value, row) => Math.max(most, Math.abs(value - right[row])), 0);
}

describe('decompose', () => {
  // statsmodels' STL, see tests/vectors/generate.py.
  it.each(vectors.cases)(
    'agrees with statsmodels: $what',
    ({ seasonalWindow, trendWindow, jumps, isRobust, ...expected }) => {
      const [seasonalJump, trendJump, lowPassJump] = jumps;
      const options = parseStlOptions({
        period,
        seasonalWindow,
        trendWindow,
        jumps: [seasonalJump, trendJump, lowPassJump],
        isRobust,
      });
      const { trend, seasonal } = decompose(y, options);
      expect(largestDifference(trend, expected.trend)).toBeLessThan(1e-10);
      expect(largestDifference(seasonal, expected.seasonal)).toBeLessThan(1e-10);
    },
  );

  it('takes the same windows as statsmodels by default', () => {
    expect(parseStlOptions({ period: 24 })).toEqual({
      period: 24,
      seasonalWindow: 7,
      trendWindow: 47,
      jumps: [1, 5, 3],
      isRobust: false,
    });
  });

  it.each([true, false])('takes as many steps as it says, the last of which gives the parts: robust %s', (isRobust) => {
    const options = parseStlOptions({ period, isRobust });
    const steps = [...decomposeSteps(y, options)];
    expect(steps).toHaveLength(nDecompositionSteps(options));
    expect(steps.slice(0, -1).every((step) => step === undefined)).toBe(true);
    expect(steps.at(-1)?.trend).toEqual(decompose(y, options).trend);
  });

  it('parts add up to the values', () => {
    const { trend, seasonal, residual } = decompose(y, parseStlOptions({ period }));
    y.forEach((value, row) => expect(trend[row] + seasonal[row] + residual[row]).toBeCloseTo(value, 12));
  });

  // A straight line and a saw tooth: the parts are known exactly.
  const saw = Float64Array.from({ length: 60 }, (_, row) => 10 + 0.1 * row + (row % 4) - 1.5);

  it('finds the parts of a line and a pattern, and how strong they are', () => {
    const { trend, seasonal, trendStrength, seasonalStrength } = decompose(saw, parseStlOptions({ period: 4 }));
    expect(trend[30]).toBeCloseTo(13, 6);
    expect(seasonal[31] - seasonal[30]).toBeCloseTo(1, 6);
    expect(trendStrength).toBeCloseTo(1, 6);
    expect(seasonalStrength).toBeCloseTo(1, 6);
  });

  it('fits nothing from missing values and leaves no residual there', () => {
    const gappy = saw.map((value, row) => ([7, 20, 21, 22, 23, 24, 59].includes(row) ? NaN : value));
    const { trend, seasonal, residual } = decompose(gappy, parseStlOptions({ period: 4 }));
    saw.forEach((value, row) => expect(trend[row] + seasonal[row]).toBeCloseTo(value, 2));
    expect([...residual.keys()].filter((row) => Number.isNaN(residual[row]))).toEqual([7, 20, 21, 22, 23, 24, 59]);
  });

  it('lets outliers have no say if robust', () => {
    // The vector's series has spikes of 0.8 in these rows.
    const residualsOf = (isRobust: boolean) => {
      const { residual } = decompose(y, parseStlOptions({ period, isRobust }));
      return [50, 51, 120].map((row) => residual[row]);
    };
    residualsOf(true).forEach((residual) => expect(residual).toBeGreaterThan(0.62));
    residualsOf(false).forEach((residual) => expect(residual).toBeLessThan(0.6));
  });

  it('needs two periods', () => {
    const options = parseStlOptions({ period: 4 });
    expect(() => decompose(column(1, 2, 3, 4, 5, 6, 7), options)).toThrow(
      'invalid period: 4 (expected at most half of the 7 rows)',
    );
    expect(() => decompose(new Float64Array(8).fill(NaN), options)).toThrow('invalid period');
  });

  it.each([
    { input: { period: 1 }, message: 'invalid period: 1 (expected a whole number, 2 or more)' },
    {
      input: { period: 4, seasonalWindow: 8 },
      message: 'invalid seasonalWindow: 8 (expected an odd number, 3 or more)',
    },
    { input: { period: 4, trendWindow: 1 }, message: 'invalid trendWindow: 1 (expected an odd number, 3 or more)' },
    {
      input: { period: 4, jumps: [1, 0, 1] as const },
      message: 'invalid jumps: 0 (expected a whole number, 1 or more)',
    },
  ])('refuses $input', ({ input, message }) => {
    expect(() => parseStlOptions(input)).toThrow(message);
  });
});
