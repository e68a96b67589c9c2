import { betaStart, LOGISTIC, Problem, roundingOf } from '../problem';
import { Fit } from './fit';
import { penaltyGradient } from './newton';
import { CERTIFIED, INTERPOLATING, ROUNDING, UNSETTLED } from './solver';

// Below this noise a model that cannot be settled is no different from one that interpolates.
const RESOLUTION: f64 = 1e-14;

// In units of 1 / tau, or of this rate where tau is still smaller: that makes changes dear, and other conditions no looser.
const KKT_TOLERANCE: f64 = 1e-6;
const MOST_RATE: f64 = 1e4;

/** Residual of the optimality conditions that counts as zero. */
export function toleranceOf(problem: Problem): f64 {
  return KKT_TOLERANCE * Math.min(problem.laplaceRate, MOST_RATE);
}

/**
 * How far parameter i is from optimal: |gradient| for smooth parameters and active changepoints, the excess over w for
 * inactive ones. The problem's reference must be the fit itself.
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
 * Effect of rounding of y on the residual of condition i: 16 x 2^-52 x max|y| x sqrt(n sum feature^2) / sigmaObs^2. For
 * ln sigmaObs the residual plays the feature's part.
 */
function allowanceOf(problem: Problem, fit: Fit, i: i32): f64 {
  return (4 * roundingOf(problem, i)) / fit.lambda;
}

function noiseAllowance(problem: Problem, fit: Fit): f64 {
  return (16 * 2.220446049250313e-16 * problem.largestY * Math.sqrt(<f64>problem.n * problem.rss)) / fit.lambda;
}

/**
 * The largest residual of all conditions, each as a share of the tolerance and what rounding may add to it: rounding of y
 * (`size` 1), or of parts of the means that are `size` times larger.
 */
export function roundingShare(problem: Problem, fit: Fit, size: f64 = 1): f64 {
  const tolerance = toleranceOf(problem);
  let largest = noiseResidual(problem, fit) / (tolerance + size * noiseAllowance(problem, fit));
  for (let i = 0; i < problem.nParameters; i++) {
    largest = Math.max(largest, residualOf(problem, fit, i) / (tolerance + size * allowanceOf(problem, fit, i)));
  }
  return largest;
}

/**
 * The largest part that the means are made of, in units of y, at least 1. Parts exceed y where they nearly cancel each other
 * (yearly features over an hour), and are rounded as y is. With logistic growth it is the exponent's parts that count.
 */
export function sizeOfParts(problem: Problem, fit: Fit): f64 {
  const beta = betaStart(problem);
  let trend: f64 = problem.growth == LOGISTIC ? 0 : Math.abs(fit.theta[0] + problem.offset);
  let additive: f64 = 0;
  let multiplicative: f64 = 1;
  for (let i = 1; i < problem.nParameters; i++) {
    const part = Math.abs(fit.theta[i]);
    if (i < beta || i >= problem.nSmooth) trend = Math.max(trend, part);
    else if (problem.multiplicative[i] != 0) multiplicative = Math.max(multiplicative, part);
    else additive = Math.max(additive, part);
  }
  if (problem.growth != LOGISTIC) trend /= problem.largestY;
  return Math.max(Math.max(1, trend) * multiplicative, additive / problem.largestY);
}

/** The most that rounding may do to any condition, as a share of the tolerance. */
export function largestRounding(problem: Problem, fit: Fit): f64 {
  let largest = noiseAllowance(problem, fit);
  for (let i = 0; i < problem.nParameters; i++) largest = Math.max(largest, allowanceOf(problem, fit, i));
  return largest / toleranceOf(problem);
}

/** The log posterior as Stan reports it, without constants: -f. The reference must be the fit; takes ln lambda. */
export function logPosterior(problem: Problem, fit: Fit, logLambda: f64): f64 {
  const likelihood = problem.rss / (2 * fit.lambda) + 0.5 * <f64>problem.n * logLambda + 2 * fit.lambda;
  return -(likelihood + penaltyOf(problem, fit));
}

/** theta' D theta / 2 + w |delta|_1 */
function penaltyOf(problem: Problem, fit: Fit): f64 {
  const m = fit.theta[0] + problem.offset;
  let ridge = problem.ridge[0] * m * m;
  for (let i = 1; i < problem.nSmooth; i++) ridge += problem.ridge[i] * fit.theta[i] * fit.theta[i];
  let changes: f64 = 0;
  for (let j = problem.nSmooth; j < problem.nParameters; j++) changes += Math.abs(fit.theta[j]);
  return 0.5 * ridge + problem.laplaceRate * changes;
}

/** Status that can be claimed of a fit that is the problem's reference. */
export function judge(problem: Problem, fit: Fit): i32 {
  if (kktResidual(problem, fit) <= toleranceOf(problem)) return CERTIFIED;
  if (roundingShare(problem, fit, sizeOfParts(problem, fit)) <= 1) return ROUNDING;
  return fit.lambda < RESOLUTION ? INTERPOLATING : UNSETTLED;
}
