import { Doubles, zeros } from './doubles';

/*
 * The model of Prophet's Stan program for additive seasonality, with lambda = sigmaObs^2 and w = 1 / tau:
 *
 *   y_i ~ Normal(m + k t_i + sum_j delta_j max(t_i - s_j, 0) + x_i' beta, sigmaObs)
 *   f   = RSS / (2 lambda) + (n / 2) ln lambda + 2 lambda + theta' D theta / 2 + w |delta|_1   (= -log posterior)
 *
 * theta is laid out as [m, k, beta_1..beta_K | delta_1..delta_S]; the part before the bar is smooth, with the ridge
 * D = diag(1/25, 1/25, 1/priorScale^2). Flat growth has neither k nor delta. m is kept relative to the mean of y
 * (`offset`), so that no sum ever loses the digits that a large offset would cost.
 */
@unmanaged
export class Problem {
  /** Rows, sorted by time. */
  n: i32 = 0;
  /** Time scaled to [0, 1]. */
  t: Doubles = changetype<Doubles>(0);
  /** y scaled, less its mean. */
  y: Doubles = changetype<Doubles>(0);
  /** The mean of y scaled, which `m` is relative to. */
  offset: f64 = 0;
  /** 1 with a rate k (linear growth), 0 without (flat). */
  nRates: i32 = 0;
  /** Fourier features, K. */
  nFeatures: i32 = 0;
  /** Smooth parameters before the bar, 1 + nRates + K. */
  nSmooth: i32 = 0;
  /** Changepoints, S. */
  nChangepoints: i32 = 0;
  /** All parameters. */
  nParameters: i32 = 0;
  /** Scaled times of the changepoints, ascending. */
  changepoints: Doubles = changetype<Doubles>(0);
  /** Row at which each of the S + 1 segments starts, closed by n. */
  segmentStarts: Doubles = changetype<Doubles>(0);
  nPeriods: i32 = 0;
  /** Sine, then cosine of the first harmonic of every period, n rows each. */
  harmonics: Doubles = changetype<Doubles>(0);
  /** Fourier orders. */
  orders: Doubles = changetype<Doubles>(0);
  /** The diagonal of D. */
  ridge: Doubles = changetype<Doubles>(0);
  /** max |y scaled|, before centring. */
  largestY: f64 = 0;
  /** w = 1 / changepointPriorScale. */
  laplaceRate: f64 = 0;

  /** Phi' Phi, nParameters squared, both triangles. */
  gram: Doubles = changetype<Doubles>(0);
  /** The parameters at which `correlation` and `rss` were taken from the rows. */
  reference: Doubles = changetype<Doubles>(0);
  /** Phi' (y - Phi reference). */
  correlation: Doubles = changetype<Doubles>(0);
  /** |y - Phi reference|^2. */
  rss: f64 = 0;
  /** Sum of |y - Phi reference|. */
  absoluteResidual: f64 = 0;
}

/** What rounding of y may do to one product with a feature of 1: four units in the last place of the largest |y|. */
export function roundingOf(problem: Problem): f64 {
  return 4 * 2.220446049250313e-16 * problem.largestY;
}

/** Index of beta_1 in theta. */
export function betaStart(problem: Problem): i32 {
  return 1 + problem.nRates;
}

/** The start of segment j in scaled time: 0 for the first, then the changepoints. */
export function segmentTime(problem: Problem, j: i32): f64 {
  return j == 0 ? 0 : problem.changepoints[j - 1];
}

/** Claims the memory that depends on the number of parameters. */
export function allocateMoments(problem: Problem): void {
  const p = problem.nParameters;
  problem.gram = zeros(p * p);
  problem.reference = zeros(p);
  problem.correlation = zeros(p);
}
