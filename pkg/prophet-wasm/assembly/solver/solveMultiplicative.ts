import { copy, fill } from '../math/doubles';
import { ln } from '../math/elementary';
import { betaStart, Problem } from '../problem';
import { gatherProducts, Products } from '../rows/products';
import { moveReference } from '../rows/residuals';
import { isSpent, startWork } from '../work';
import { keepBetter } from './attempts';
import { logPosterior } from './certificate';
import { copyFit, createFit, Fit } from './fit';
import { CAREFUL, solveCurved } from './solveCurved';
import { INTERPOLATING, Solver } from './solver';

// How much larger than their own the ridges of features are at first: too large for any effect; and falling from a
// hundredth of the scale, in steps, until they are their own.
const EXCLUDING: f64 = 1e10;
const NARROWEST: f64 = 1e4;
const WIDER: f64 = 0.1;
const OWN: f64 = 2;
// A trend without changepoints.
const STRAIGHT: f64 = 1e10;
// The least level of scaled y that effects are made shares of.
const LEAST_LEVEL: f64 = 0.05;
// An attempt counts that gains more than this.
const LEAD: f64 = 0.02;

/**
 * A trend and multiplicative terms can share out what y does in more than one way, above all where the history is too short
 * for a season to repeat: there are several optima, and the best of five attempts stays. They explore with products in
 * place of many rows; the rows then settle the best.
 */
export function solveMultiplicative(problem: Problem, solver: Solver, fit: Fit): i32 {
  const start = createFit(problem);
  const best = createFit(problem);
  copyFit(problem, start, fit);
  gatherProducts(problem);
  let status = solveCurved(problem, solver, fit, 0);
  copyFit(problem, best, fit);
  for (let attempt = 0; attempt < ATTEMPTS && status != INTERPOLATING && !isSpent(); attempt++) {
    moveReference(problem, best.theta);
    solver.rival = logPosterior(problem, best, ln(best.lambda)) + LEAD;
    copyFit(problem, fit, start);
    status = keepBetter(problem, best, status, fit, tryAgain(problem, solver, fit, attempt));
  }
  solver.rival = -Infinity;
  copyFit(problem, fit, best);
  if (!changetype<usize>(problem.products)) {
    moveReference(problem, fit.theta);
    return status;
  }
  problem.products = changetype<Products>(0);
  // The rows are due as much work again.
  startWork(problem.n);
  return solveCurved(problem, solver, fit, 0);
}

const ATTEMPTS: i32 = 4;

function tryAgain(problem: Problem, solver: Solver, fit: Fit, attempt: i32): i32 {
  if (attempt == 0) return solveFromTrend(problem, solver, fit);
  if (attempt == 1) return solveByWidening(problem, solver, fit);
  if (attempt == 2) return solveFromMean(problem, solver, fit);
  return solveFromSum(problem, solver, fit);
}

/** First a trend alone, then with its terms. */
function solveFromTrend(problem: Problem, solver: Solver, fit: Fit): i32 {
  approachNarrowed(problem, solver, fit, EXCLUDING);
  return solveCurved(problem, solver, fit, 0);
}

/** The priors of features widen from a hundredth to their own scale: the trend takes what it can before they do. */
function solveByWidening(problem: Problem, solver: Solver, fit: Fit): i32 {
  for (let factor = NARROWEST; factor > OWN; factor *= WIDER) approachNarrowed(problem, solver, fit, factor);
  return solveCurved(problem, solver, fit, 0);
}

/** By short steps from the mean of y. */
function solveFromMean(problem: Problem, solver: Solver, fit: Fit): i32 {
  fit.theta[0] = 0;
  if (problem.nRates > 0) fit.theta[1] = 0;
  return solveCurved(problem, solver, fit, CAREFUL);
}

/** From a line and terms that add up, the latter made shares of its level. */
function solveFromSum(problem: Problem, solver: Solver, fit: Fit): i32 {
  const own = problem.multiplicative;
  const laplaceRate = problem.laplaceRate;
  fill(solver.multiplicative, 0, problem.nSmooth);
  problem.multiplicative = solver.multiplicative;
  problem.laplaceRate = STRAIGHT * laplaceRate;
  approach(problem, solver, fit);
  problem.laplaceRate = laplaceRate;
  problem.multiplicative = own;
  const level = fit.theta[0] + problem.offset + (problem.nRates > 0 ? 0.5 * fit.theta[1] : 0);
  const share = 1 / (level < 0 ? Math.min(level, -LEAST_LEVEL) : Math.max(level, LEAST_LEVEL));
  for (let i = betaStart(problem); i < problem.nSmooth; i++) {
    if (own[i] != 0) fit.theta[i] *= share;
  }
  return solveCurved(problem, solver, fit, 0);
}

/** Solves with ridges of features that are `factor` times their own. */
function approachNarrowed(problem: Problem, solver: Solver, fit: Fit, factor: f64): void {
  const own = problem.ridge;
  copy(solver.ridge, own, problem.nSmooth);
  for (let i = betaStart(problem); i < problem.nSmooth; i++) solver.ridge[i] *= factor;
  problem.ridge = solver.ridge;
  approach(problem, solver, fit);
  problem.ridge = own;
}

/** Solves another problem, to which the posterior to beat does not belong. */
function approach(problem: Problem, solver: Solver, fit: Fit): void {
  const rival = solver.rival;
  solver.rival = -Infinity;
  solveCurved(problem, solver, fit, 0);
  solver.rival = rival;
}
