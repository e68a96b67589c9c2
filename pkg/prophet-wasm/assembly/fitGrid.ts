import { Grid } from './grid/grid';
import { gridGram } from './grid/gridGram';
import { correlateSums, sumGrid } from './grid/gridSums';
import { missingRows } from './grid/rowsOfGrid';
import { turnSeasons } from './grid/turnSeasons';
import { Doubles } from './math/doubles';
import { ALL_KNOWN, GRAM_KNOWN } from './moments';
import { betaStart, describeProblem, Problem } from './problem';
import { COEFFICIENTS, LARGEST, readStart, SMALLEST, writeResult } from './result';
import { gatherMoments } from './rows/moments';
import { readTerms } from './rows/terms';
import { createFit } from './solver/fit';
import { solve } from './solver/solve';

/** Statuses of what was not fitted: all values are equal; or not as many rows have a finite value as the host said. */
const CONSTANT: i32 = 4;
const MISCOUNTED: i32 = 5;
const MINMAX: i32 = 1;

/**
 * The exact MAP of a regular series with additive Fourier terms and linear or flat growth: `n` rows `stepMs` apart of
 * which `nPresent` have a value, the first and the last among them; seasons follow a clock that shows `clockStart` at the
 * first. `gram` is the Gram matrix of the complete series, and `sums` those of y about `centre`; `known` says which are
 * there already: with the sums and the extremes of y in `result`, y itself may be null. A warm start begins with the fit in
 * `result`, which receives the new one. Returns the status.
 */
export function fitGrid(
  n: i32,
  nPresent: i32,
  stepMs: f64,
  clockStart: f64,
  y: Doubles,
  centre: f64,
  scaling: i32,
  growth: i32,
  nTerms: i32,
  terms: Doubles,
  nChangepoints: i32,
  changepoints: Doubles,
  changepointPriorScale: f64,
  gram: Doubles,
  sums: Doubles,
  known: i32,
  isWarm: i32,
  result: Doubles,
): i32 {
  const problem = describeProblem(growth, readTerms(nTerms, terms), nChangepoints, changepoints, changepointPriorScale);
  problem.n = nPresent;
  if (known < ALL_KNOWN) {
    const extremes = sumGrid(problem, n, y, centre, stepMs, sums);
    if (extremes.count != nPresent || !(extremes.largest - extremes.smallest < Infinity)) return MISCOUNTED;
    result[SMALLEST] = extremes.smallest;
    result[LARGEST] = extremes.largest;
  }
  if (result[SMALLEST] == result[LARGEST]) return CONSTANT;
  problem.grid = describeGrid(n, stepMs, y, centre);
  scale(problem, scaling, result[SMALLEST], result[LARGEST]);
  problem.gram = gram;
  if (known < GRAM_KNOWN) gridGram(problem, n, stepMs);
  if (nPresent < n) leaveOutMissing(problem);
  correlateSums(problem, n, problem.grid.yScale, sums);
  const fit = createFit(problem);
  if (isWarm) {
    readStart(problem, result, fit);
    turnSeasons(problem, fit.theta.from(betaStart(problem)), clockStart, -1);
  }
  const status = solve(problem, fit, isWarm != 0);
  writeResult(problem, fit, result);
  turnSeasons(problem, result.from(COEFFICIENTS), clockStart, 1);
  return status;
}

function describeGrid(n: i32, stepMs: f64, y: Doubles, centre: f64): Grid {
  const grid = new Grid();
  grid.n = n;
  grid.stepMs = stepMs;
  grid.y = y;
  grid.centre = centre;
  return grid;
}

/** Prophet's scaling: by the largest size, or from the smallest to the largest value. */
function scale(problem: Problem, scaling: i32, smallest: f64, largest: f64): void {
  const size = Math.max(Math.abs(smallest), Math.abs(largest));
  const floor: f64 = scaling == MINMAX ? smallest : 0;
  const yScale = scaling == MINMAX ? largest - smallest : size;
  problem.grid.yScale = yScale;
  problem.offset = (problem.grid.centre - floor) / yScale;
  problem.largestY = 1;
}

/** The Gram matrix without the rows that are missing: few of them cost less than the many that are there. */
function leaveOutMissing(problem: Problem): void {
  const p = problem.nParameters;
  const missing = describeProblem(
    problem.growth,
    problem.terms,
    problem.nChangepoints,
    problem.changepoints,
    1 / problem.laplaceRate,
  );
  missing.rows = missingRows(problem);
  gatherMoments(missing, missing.reference);
  const complete = problem.gram;
  problem.gram = missing.gram;
  for (let i = 0; i < p * p; i++) problem.gram[i] = complete[i] - problem.gram[i];
}
