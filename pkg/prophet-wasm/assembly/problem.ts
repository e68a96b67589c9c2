import { Doubles, room, zeros } from './math/doubles';
import { Grid } from './grid/grid';
import { GridResiduals } from './grid/gridResiduals';
import { Products } from './rows/products';
import { Rows } from './rows/rows';
import { Scan } from './rows/scan';
import { nColumnsOf, Terms } from './rows/terms';

/** Shapes of the trend, as the host numbers them. */
export const FLAT: i32 = 0;
export const LINEAR: i32 = 1;
export const LOGISTIC: i32 = 2;

/*
 * The model of Prophet's Stan program, with lambda = sigmaObs^2 and w = 1 / tau:
 *
 *   y_i ~ Normal(T(z_i) (1 + x_i' beta_mult) + x_i' beta_add, sigmaObs)
 *   z_i = m + k t_i + sum_j delta_j max(t_i - s_j, 0),              T(z) = z                         (linear, flat)
 *   z_i = k (t_i - m) + sum_j delta_j max(t_i - s_j, 0),            T(z) = cap_i / (1 + exp(-z))     (logistic)
 *   f   = RSS / (2 lambda) + (n / 2) ln lambda + 2 lambda + theta' D theta / 2 + w |delta|_1   (= -log posterior)
 *
 * With Prophet's gamma the exponent of logistic growth is continuous, so it is the same sum of ramps.
 * theta is laid out as [m, k, beta_1..beta_K | delta_1..delta_S]; the part before the bar is smooth, with the ridge
 * D = diag(1/25, 1/25, 1/priorScale^2). Flat growth has neither k nor delta. Without a cap, m is kept relative to the
 * mean of y (`offset`), so that no sum ever loses the digits that a large offset would cost.
 *
 * Phi is the matrix of derivatives of the means by theta. It is constant where the model is linear in theta; where it is
 * curved (logistic growth, multiplicative terms), Phi is the one at `reference`.
 */
@unmanaged
export class Problem {
  /** Observations. */
  n: i32 = 0;
  growth: i32 = LINEAR;
  /** Whether the means bend with theta. */
  isCurved: bool = false;
  /** The mean of y scaled, which `m` is relative to. */
  offset: f64 = 0;
  /** 1 with a rate k, 0 without (flat). */
  nRates: i32 = 0;
  /** Features, K. */
  nFeatures: i32 = 0;
  /** Smooth parameters before the bar, 1 + nRates + K. */
  nSmooth: i32 = 0;
  /** Changepoints, S. */
  nChangepoints: i32 = 0;
  /** All parameters. */
  nParameters: i32 = 0;
  /** Scaled times of the changepoints, ascending. */
  changepoints: Doubles = changetype<Doubles>(0);
  /** The diagonal of D. */
  ridge: Doubles = changetype<Doubles>(0);
  /** 1 for the coefficients of multiplicative terms, else 0. */
  multiplicative: Doubles = changetype<Doubles>(0);
  /** max |y scaled|, before centring; with logistic growth at least the largest cap, which is what means are made of. */
  largestY: f64 = 0;
  /** w = 1 / changepointPriorScale. */
  laplaceRate: f64 = 0;

  /** Phi' Phi, nParameters squared, both triangles. */
  gram: Doubles = changetype<Doubles>(0);
  /** Where the means bend, minus the sum of r_i times their second derivatives; half the curvature of RSS is gram + bending. */
  bending: Doubles = changetype<Doubles>(0);
  /** The parameters about which `correlation` and `rss` are. */
  reference: Doubles = changetype<Doubles>(0);
  /** Phi' r, with r what is left of y at the reference. */
  correlation: Doubles = changetype<Doubles>(0);
  /** |r|^2 */
  rss: f64 = 0;

  /** Features of the model. */
  terms: Terms = changetype<Terms>(0);
  /** The observations themselves; null until somebody needs them, where `grid` can make them. */
  rows: Rows = changetype<Rows>(0);
  /** Scratch of a look at the rows; null until the first. */
  scan: Scan = changetype<Scan>(0);
  /** Stand-in for the rows while a trend and multiplicative terms are explored, or null. */
  products: Products = changetype<Products>(0);
  /** The regular series the moments came from, or null. */
  grid: Grid = changetype<Grid>(0);
  /** Scratch of a look at the grid; null until the first. */
  gridResiduals: GridResiduals = changetype<GridResiduals>(0);
}

/** A problem of a given shape: trend, features and their priors. */
export function describeProblem(
  growth: i32,
  terms: Terms,
  nChangepoints: i32,
  changepoints: Doubles,
  changepointPriorScale: f64,
): Problem {
  const problem = new Problem();
  problem.growth = growth;
  problem.nRates = growth == FLAT ? 0 : 1;
  problem.isCurved = growth == LOGISTIC || terms.hasMultiplicative;
  problem.terms = terms;
  problem.nFeatures = terms.nFeatures;
  problem.nSmooth = 1 + problem.nRates + terms.nFeatures;
  problem.nChangepoints = nChangepoints;
  problem.nParameters = problem.nSmooth + nChangepoints;
  problem.changepoints = changepoints;
  problem.laplaceRate = 1 / changepointPriorScale;
  placeTerms(problem);
  const p = problem.nParameters;
  problem.gram = room(p * p);
  if (problem.isCurved) problem.bending = zeros(p * p);
  problem.reference = zeros(p);
  problem.correlation = zeros(p);
  return problem;
}

function placeTerms(problem: Problem): void {
  const terms = problem.terms;
  problem.ridge = zeros(problem.nSmooth);
  problem.multiplicative = zeros(problem.nSmooth);
  // k, m ~ Normal(0, 5)
  for (let i = 0; i <= problem.nRates; i++) problem.ridge[i] = 1.0 / 25.0;
  let at = betaStart(problem);
  for (let j = 0; j < terms.count; j++) {
    const scale = terms.priorScale(j);
    const end = at + nColumnsOf(terms, j);
    for (; at < end; at++) {
      problem.ridge[at] = 1 / (scale * scale);
      problem.multiplicative[at] = terms.isMultiplicative(j) ? 1 : 0;
    }
  }
}

/** Index of beta_1 in theta. */
export function betaStart(problem: Problem): i32 {
  return 1 + problem.nRates;
}

/** Whether parameter i multiplies the trend. */
export function isMultiplicative(problem: Problem, i: i32): bool {
  return i < problem.nSmooth && problem.multiplicative[i] != 0;
}

/** The start of segment j in scaled time: 0 for the first, then the changepoints. */
export function segmentTime(problem: Problem, j: i32): f64 {
  return j == 0 ? 0 : problem.changepoints[j - 1];
}

const EPSILON: f64 = 2.220446049250313e-16;

/**
 * Effect of rounding of y on the correlation with feature i: four units in the last place of the largest |y|, in every
 * row. sum |feature| is at most sqrt(n sum feature^2).
 */
export function roundingOf(problem: Problem, i: i32): f64 {
  const size = problem.gram[i * problem.nParameters + i];
  return 4 * EPSILON * problem.largestY * Math.sqrt(<f64>problem.n * size);
}
