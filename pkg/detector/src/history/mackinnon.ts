import { normalCdf } from './normalDistribution.js';

/** The terms that a test for a unit root allows beside the wandering: a level, or a level and a straight trend. */
export type Regression = 'constant' | 'constantAndTrend';

/** Statistics below which wandering is rejected at these levels of significance. */
export interface CriticalValues {
  /** At 1%. */
  readonly onePercent: number;
  /** At 5%. */
  readonly fivePercent: number;
  /** At 10%. */
  readonly tenPercent: number;
}

/**
 * Critical values of the Dickey-Fuller test for so many rows: b0 + b1 / n + b2 / n² + b3 / n³.
 * J. G. MacKinnon, "Critical values for cointegration tests", Queen's University Working Paper 1227 (2010), table 2, N
 * = 1.
 */
export function criticalValues(regression: Regression, nRows: number): CriticalValues {
  const [one, five, ten] = surfaces[regression].map((coefficients) => polynomial(coefficients, 1 / nRows));
  return { onePercent: one, fivePercent: five, tenPercent: ten };
}

/**
 * Approximate probability of a statistic at least this low if the series wanders.
 * J. G. MacKinnon, "Approximate asymptotic distribution functions for unit-root and cointegration tests", Journal of
 * Business and Economic Statistics 12 (1994), tables 3 and 4, N = 1.
 */
export function wanderingProbability(regression: Regression, statistic: number): number {
  const { min, max, split, low, high } = distributions[regression];
  if (statistic > max) {
    return 1;
  }
  if (statistic < min) {
    return 0;
  }
  return normalCdf(polynomial(statistic <= split ? low : high, statistic));
}

const surfaces = {
  constant: [
    [-3.43035, -6.5393, -16.786, -79.433],
    [-2.86154, -2.8903, -4.234, -40.04],
    [-2.56677, -1.5384, -2.809, 0],
  ],
  constantAndTrend: [
    [-3.95877, -9.0531, -28.428, -134.155],
    [-3.41049, -4.3904, -9.036, -45.374],
    [-3.12705, -2.5856, -3.925, -22.38],
  ],
} as const;

const distributions = {
  constant: {
    min: -18.83,
    max: 2.74,
    split: -1.61,
    low: [2.1659, 1.4412, 0.038269],
    high: [1.7339, 0.93202, -0.12745, -0.010368],
  },
  constantAndTrend: {
    min: -16.18,
    max: 0.7,
    split: -2.89,
    low: [3.2512, 1.6047, 0.049588],
    high: [2.5261, 0.61654, -0.37956, -0.060285],
  },
} as const;

function polynomial(ascending: readonly number[], x: number): number {
  return ascending.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
