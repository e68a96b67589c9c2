import { createCycles, projectCycles } from './grid/cycles';
import { Grid } from './grid/grid';
import { gridGram } from './grid/gridGram';
import { placeGridSegments } from './grid/gridSegments';
import { correlateSums, Extremes, featureSums, sumGrid } from './grid/gridSums';

import { turnSeasons } from './grid/turnSeasons';
import { Doubles, room } from './math/doubles';
import { betaStart, describeProblem, Problem } from './problem';
import { COEFFICIENTS, LARGEST, readStart, SMALLEST, writeResult } from './result';
import { readTerms } from './rows/terms';
import { createFit } from './solver/fit';
import { solve } from './solver/solve';

/** Statuses of what was not fitted: all values are equal; or not as many rows have a finite value as the host said. */
const CONSTANT: i32 = 4;
const MISCOUNTED: i32 = 5;
const MINMAX: i32 = 1;
/** Which of the sums of y are known: those with waves, or all, and the extremes of y in the result. */
const WAVES_KNOWN: i32 = 1;
const ALL_KNOWN: i32 = 2;

/**
 * The exact MAP of a regular series with additive Fourier terms and steps, and linear or flat growth: `n` rows `stepMs` apart
 * of which `nPresent` have a value, the first and the last among them; seasons follow a clock that shows `clockStart` `lead`
 * rows before the first, and `absent` lists the rows without a value, ascending, counted from there. `sums` are those of y
 * about `centre`; `known` says which are there already: with all of them y may be null.
 * A warm start begins with the fit in `result`, which receives the new one. Returns the status.
 */
export function fitGrid(
  n: i32,
  nPresent: i32,
  stepMs: f64,
  clockStart: f64,
  lead: i32,
  y: Doubles,
  absent: Doubles,
  centre: f64,
  scaling: i32,
  growth: i32,
  nTerms: i32,
  terms: Doubles,
  nChangepoints: i32,
  changepoints: Doubles,
  changepointPriorScale: f64,
  sums: Doubles,
  known: i32,
  isWarm: i32,
  result: Doubles,
): i32 {
  const problem = describeProblem(growth, readTerms(nTerms, terms), nChangepoints, changepoints, changepointPriorScale);
  problem.n = nPresent;
  const grid = new Grid();
  grid.n = n;
  grid.lead = lead;
  grid.stepMs = stepMs;
  grid.y = y;
  grid.centre = centre;
  grid.nAbsent = n - nPresent;
  grid.absent = absent;
  problem.grid = grid;
  if (known < ALL_KNOWN) {
    const extremes = new Extremes();
    sumGrid(problem, placeGridSegments(n, nChangepoints, changepoints), grid, sums, extremes);
    if (extremes.count != nPresent || !(extremes.largest - extremes.smallest < Infinity)) return MISCOUNTED;
    result[SMALLEST] = extremes.smallest;
    result[LARGEST] = extremes.largest;
  }
  if (known < WAVES_KNOWN) {
    const cycles = createCycles(problem.terms, n, stepMs);
    projectCycles(cycles, y, centre, <f64>lead * stepMs, sums.from(featureSums(problem)));
  }
  if (result[SMALLEST] == result[LARGEST]) return CONSTANT;
  scale(problem, scaling, result[SMALLEST], result[LARGEST]);
  gridGram(problem);
  correlateSums(problem, grid, sums, room(2 * (nChangepoints + 1)));
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

/** Prophet's scaling: by the largest size, or from the smallest to the largest value. */
function scale(problem: Problem, scaling: i32, smallest: f64, largest: f64): void {
  const size = Math.max(Math.abs(smallest), Math.abs(largest));
  const floor: f64 = scaling == MINMAX ? smallest : 0;
  const yScale = scaling == MINMAX ? largest - smallest : size;
  problem.grid.yScale = yScale;
  problem.offset = (problem.grid.centre - floor) / yScale;
  problem.largestY = 1;
}
