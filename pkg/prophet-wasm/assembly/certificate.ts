import { column, createBlock, FEATURES, nextBlock } from './block';
import { Doubles, zeros } from './doubles';
import { Fit } from './fit';
import { penaltyGradient } from './newton';
import { betaStart, Problem, roundingOf } from './problem';

/** Residual of the optimality conditions that counts as zero, in units of 1 / tau. */
export const KKT_TOLERANCE: f64 = 1e-6;

/**
 * How far parameter i is from optimal, from the rows: |gradient| for smooth parameters and active changepoints, the
 * excess over w for inactive ones. The problem's reference must be the fit itself.
 */
function residualOf(problem: Problem, fit: Fit, i: i32): f64 {
  const pull = problem.correlation[i] / fit.lambda;
  if (i >= problem.nSmooth && fit.signs[i - problem.nSmooth] == 0) {
    return Math.max(0, Math.abs(pull) - problem.laplaceRate);
  }
  return Math.abs(pull - penaltyGradient(problem, fit, i));
}

/** The same for ln sigmaObs, n + 4 lambda - RSS / lambda. */
function noiseResidual(problem: Problem, fit: Fit): f64 {
  return Math.abs(<f64>problem.n + 4 * fit.lambda - problem.rss / fit.lambda);
}

/** The largest residual of all optimality (Karush-Kuhn-Tucker) conditions, in units of the log posterior. */
export function kktResidual(problem: Problem, fit: Fit): f64 {
  let largest = noiseResidual(problem, fit);
  for (let i = 0; i < problem.nParameters; i++) largest = Math.max(largest, residualOf(problem, fit, i));
  return largest;
}

/**
 * The largest residual of all conditions, each as a share of what is allowed to it when sigmaObs is small:
 * 1e-6 / tau + 16 x 2^-52 x max|y| x sum|feature| / sigmaObs^2. For ln sigmaObs the residual plays the feature's part.
 */
export function roundingShare(problem: Problem, fit: Fit): f64 {
  const tolerance = KKT_TOLERANCE * problem.laplaceRate;
  const unit = (4 * roundingOf(problem)) / fit.lambda;
  const sums = featureSizes(problem);
  let largest = noiseResidual(problem, fit) / (tolerance + unit * problem.absoluteResidual);
  for (let i = 0; i < problem.nParameters; i++) {
    largest = Math.max(largest, residualOf(problem, fit, i) / (tolerance + unit * sums[i]));
  }
  return largest;
}

/** Sum of |feature| over the rows for every parameter. The constant and the ramps are never negative. */
function featureSizes(problem: Problem): Doubles {
  const sums = zeros(problem.nParameters);
  const beta = betaStart(problem);
  for (let i = 0; i < problem.nParameters; i++) sums[i] = problem.gram[i];
  for (let a = 0; a < problem.nFeatures; a++) sums[beta + a] = 0;
  const block = createBlock(problem);
  while (nextBlock(problem, block)) {
    for (let a = 0; a < problem.nFeatures; a++) {
      const values = column(block, FEATURES + a);
      for (let i = 0; i < block.end - block.start; i++) sums[beta + a] += Math.abs(values[i]);
    }
  }
  return sums;
}

/** The log posterior as Stan reports it, without constants: -f. Uses ln, hence the argument. */
export function logPosterior(problem: Problem, fit: Fit, logLambda: f64): f64 {
  const m = fit.theta[0] + problem.offset;
  let penalty = problem.ridge[0] * m * m;
  for (let i = 1; i < problem.nSmooth; i++) penalty += problem.ridge[i] * fit.theta[i] * fit.theta[i];
  penalty *= 0.5;
  for (let j = problem.nSmooth; j < problem.nParameters; j++) penalty += problem.laplaceRate * Math.abs(fit.theta[j]);
  return -(problem.rss / (2 * fit.lambda) + 0.5 * <f64>problem.n * logLambda + 2 * fit.lambda + penalty);
}
