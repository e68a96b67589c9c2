import { copy } from '../math/doubles';
import { betaStart, isMultiplicative, LOGISTIC, Problem } from '../problem';
import { isSpent } from '../work';
import { judge, kktResidual, roundingShare, sizeOfParts, toleranceOf } from './certificate';
import { copyFit, Fit, LAMBDA_FLOOR } from './fit';
import { solveByReduction } from './reduction';
import { settleFeatures } from './settleFeatures';
import { CERTIFIED, INTERPOLATING, Solver, UNSETTLED } from './solver';
import { stand } from './stand';

const ROUNDS: i32 = 100;
// Goes on until the conditions hold this well within their bounds.
const COMFORTABLE: f64 = 0.1;
// Posteriors closer than this, relatively, are the same.
const FLAT: f64 = 1e-13;
// A step that gains less than this many log units is near the top, where the full curvature is the truth.
const NEAR: f64 = 1;
// The damping where none was needed before, how it grows (by more with every failure in a row) and falls, and where it is as
// good as infinite or none.
const FIRST_DAMPING: f64 = 1e-14;
const HARDER: f64 = 8;
const EASIER: f64 = 0.125;
const MOST_DAMPING: f64 = 1e9;
const LEAST_DAMPING: f64 = 1e-15;
/** The damping of a start that keeps to the way from where it stands. */
export const CAREFUL: f64 = 1;
// What steps may still gain, as a multiple of what the last one did, once none is held back much.
const HOPE: f64 = 20;
const LOOSE: f64 = 1e-3;
// A step that raises the terms by more is not bent.
const MOST_RISE: f64 = 0.9;

/**
 * Newton's method for a problem whose means bend with theta, damped as Levenberg and Marquardt do: solve the problem that
 * has the present curvature exactly, changepoints and noise included; go there if the posterior rises, else stay closer.
 * Far from the top the bending of the means is left out (Gauss and Newton), so that the problem is convex. Where it comes to rest, that problem's
 * optimality conditions are the curved one's. The noise follows theta in closed form, so the posterior that has to rise
 * is a function of theta alone.
 */
export function solveCurved(problem: Problem, solver: Solver, fit: Fit, firstDamping: f64): i32 {
  let damping = firstDamping;
  let harder = HARDER;
  let gain = Infinity;
  let value = stand(problem, fit);
  for (let round = 0; round < ROUNDS && damping < MOST_DAMPING && !isSpent(); round++) {
    if (fit.lambda <= LAMBDA_FLOOR) return INTERPOLATING;
    if (kktResidual(problem, fit) <= COMFORTABLE * toleranceOf(problem)) return CERTIFIED;
    if (roundingShare(problem, fit, sizeOfParts(problem, fit)) <= COMFORTABLE) break;
    if (damping < LOOSE && isFutile(solver, value, gain)) return UNSETTLED;
    const reached = step(problem, solver, fit, value, damping, gain < NEAR);
    if (isNaN(reached)) {
      damping = Math.max(harder * damping, FIRST_DAMPING);
      harder *= HARDER;
    } else {
      harder = HARDER;
      gain = Math.max(reached - value, 0);
      value = Math.max(reached, value);
      damping = damping > LEAST_DAMPING ? EASIER * damping : 0;
    }
  }
  const status = judge(problem, fit);
  if (status == INTERPOLATING) fit.lambda = LAMBDA_FLOOR;
  return status;
}

/** Whether nothing is to be expected of further steps, after one that gained so much. */
function isFutile(solver: Solver, value: f64, gain: f64): bool {
  return value + HOPE * gain < solver.rival;
}

/**
 * Takes one step up: near the top by the full curvature, else, or where that leads nowhere, by that of the linear problem.
 * Returns the posterior reached, or NaN where the fit stays where it is.
 */
function step(problem: Problem, solver: Solver, fit: Fit, value: f64, damping: f64, isNear: bool): f64 {
  const residual = kktResidual(problem, fit);
  for (let bending: f64 = isNear ? 1 : 0; bending >= 0; bending--) {
    aim(problem, solver, fit, damping, bending);
    let reached = stand(problem, solver.trial);
    if (!(reached > value) && problem.nFeatures > 0) {
      settleFeatures(problem, solver.newton, solver.trial);
      reached = stand(problem, solver.trial);
    }
    // Where the posterior is as high as digits tell, the conditions must hold better.
    const isAsHigh = reached >= value - FLAT * (1 + Math.abs(value));
    if (reached > value || (isAsHigh && kktResidual(problem, solver.trial) < 0.9 * residual)) {
      copyFit(problem, fit, solver.trial);
      return reached;
    }
    stand(problem, fit);
  }
  return NaN;
}

/**
 * trial := where the problem of the present curvature leads, with every parameter held back in proportion to what the rows
 * say about it. The fit itself where that problem cannot be solved.
 */
function aim(problem: Problem, solver: Solver, fit: Fit, damping: f64, bending: f64): void {
  const p = problem.nParameters;
  const target = solver.target;
  copy(solver.gram, problem.gram, p * p);
  for (let i = 0; i < p * p; i++) problem.gram[i] += bending * problem.bending[i];
  for (let i = 0; i < p; i++)
    problem.gram[i * p + i] += damping * (solver.gram[i * p + i] + fit.lambda * priorCurvature(problem, i));
  copyFit(problem, target, fit);
  if (!solveByReduction(problem, solver, target, fit.lambda)) copyFit(problem, target, fit);
  copy(problem.gram, solver.gram, p * p);
  copyFit(problem, solver.trial, target);
  if (problem.growth != LOGISTIC) keepProduct(problem, fit, solver.trial);
  else if (bending == 0) keepLevel(fit, solver.trial);
}

/** Curvature of the prior alone at a parameter: that of a normal law of its scale. */
function priorCurvature(problem: Problem, i: i32): f64 {
  return i < problem.nSmooth ? problem.ridge[i] : problem.laplaceRate * problem.laplaceRate;
}

/*
 * Two valleys that are curved in the parameters, along which a straight step would leave the ground at once. The steps are
 * bent, which changes them to second order only.
 */

/**
 * With logistic growth the rows see the level -k m and the rate k of the exponent: those go straight. (The full curvature
 * knows how m and k go together.)
 */
function keepLevel(fit: Fit, trial: Fit): void {
  const m = fit.theta[0];
  const k = fit.theta[1];
  const level = k * m + k * (trial.theta[0] - m) + m * (trial.theta[1] - k);
  trial.theta[0] = level / trial.theta[1];
}

/**
 * A trend s times smaller and multiplicative terms that make up for it are nearly the same where the terms hold a constant
 * (the fourth harmonic of a day, every six hours). With c the share by which the step raises 1 + M, seen against the trend's
 * own means, the trend is brought down by 1 + c.
 */
function keepProduct(problem: Problem, fit: Fit, trial: Fit): void {
  const c = riseOfTerms(problem, fit, trial);
  if (!(Math.abs(c) < MOST_RISE)) return;
  const offset = problem.offset;
  trial.theta[0] = (trial.theta[0] + offset + c * (fit.theta[0] + offset)) / (1 + c) - offset;
  if (problem.nRates > 0) trial.theta[1] = (trial.theta[1] + c * fit.theta[1]) / (1 + c);
  for (let j = problem.nSmooth; j < problem.nParameters; j++) {
    const bent = (trial.theta[j] + c * fit.theta[j]) / (1 + c);
    // A changepoint that has left stays at 0, and none changes its sign.
    if (bent * trial.signs[j - problem.nSmooth] > 0) trial.theta[j] = bent;
  }
}

/** The change of the multiplicative terms' part of the means, projected on the trend's part. */
function riseOfTerms(problem: Problem, fit: Fit, trial: Fit): f64 {
  let rise: f64 = 0;
  let whole: f64 = 0;
  for (let i = 0; i < problem.nParameters; i++) {
    const own = trendPart(problem, fit, i);
    if (own == 0) continue;
    const row = problem.gram.from(i * problem.nParameters);
    for (let j = 0; j < problem.nParameters; j++) {
      whole += own * row[j] * trendPart(problem, fit, j);
      if (isMultiplicative(problem, j)) rise += own * row[j] * (trial.theta[j] - fit.theta[j]);
    }
  }
  return rise / whole;
}

/** A parameter of the trend, with m in full; 0 for one of a feature. */
function trendPart(problem: Problem, fit: Fit, i: i32): f64 {
  if (i == 0) return fit.theta[0] + problem.offset;
  return i < betaStart(problem) || i >= problem.nSmooth ? fit.theta[i] : 0;
}
