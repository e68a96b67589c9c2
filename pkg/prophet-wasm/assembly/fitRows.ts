import { Doubles, zeros } from './math/doubles';
import { adoptGram, GRAM_KNOWN, keepMoments } from './moments';
import { describeProblem, LOGISTIC, Problem } from './problem';
import { readStart, writeResult } from './result';
import { gatherMoments } from './rows/moments';
import { moveReference } from './rows/residuals';
import { createRows, splitSegments, takeWaves } from './rows/rows';
import { readTerms } from './rows/terms';
import { createFit } from './solver/fit';
import { solve } from './solver/solve';

/**
 * The exact MAP of one series of rows. Times ascend; y is in data units, and the model sees (y - floor) / yScale; `clock`
 * is what the seasons follow, `cap` (scaled, logistic growth only) and the columns of `terms` have one value a row.
 * `moments` receives what the solver needs to know of the rows (of problems that do not bend); `known` says whether their Gram
 * matrix is there already.
 * `result` holds the parameters to start from (of curved problems) and receives the fit. Returns the status.
 */
export function fitRows(
  n: i32,
  time: Doubles,
  clock: Doubles,
  y: Doubles,
  timeScale: f64,
  yScale: f64,
  floor: f64,
  cap: Doubles,
  growth: i32,
  nTerms: i32,
  terms: Doubles,
  nChangepoints: i32,
  changepoints: Doubles,
  changepointPriorScale: f64,
  moments: Doubles,
  known: i32,
  result: Doubles,
): i32 {
  const problem = describeProblem(growth, readTerms(nTerms, terms), nChangepoints, changepoints, changepointPriorScale);
  problem.n = n;
  takeRows(problem, time, clock, y, timeScale, yScale, floor, cap);
  const fit = createFit(problem);
  if (problem.isCurved) {
    readStart(problem, result, fit);
  } else {
    adoptGram(problem, moments);
    if (known < GRAM_KNOWN) gatherMoments(problem, fit.theta);
    else moveReference(problem, fit.theta);
    keepMoments(problem, moments);
  }
  const status = solve(problem, fit, false);
  writeResult(problem, fit, result);
  return status;
}

/** Scales and centres in one step from the data's own units, which keeps digits that scaling first would lose. */
function takeRows(
  problem: Problem,
  time: Doubles,
  clock: Doubles,
  y: Doubles,
  timeScale: f64,
  yScale: f64,
  floor: f64,
  cap: Doubles,
): void {
  const n = problem.n;
  const rows = createRows(n);
  const centre = problem.growth == LOGISTIC ? floor : meanOf(y, n);
  problem.offset = (centre - floor) / yScale;
  for (let i = 0; i < n; i++) {
    rows.t[i] = (time[i] - time[0]) / timeScale;
    rows.y[i] = (y[i] - centre) / yScale;
    problem.largestY = Math.max(problem.largestY, Math.abs(rows.y[i] + problem.offset));
    if (problem.growth == LOGISTIC) problem.largestY = Math.max(problem.largestY, cap[i]);
  }
  rows.cap = cap;
  splitSegments(rows, problem.nChangepoints, problem.changepoints);
  takeWaves(rows, problem.terms, clock);
  problem.rows = rows;
}

/** The mean, summed about the first value. */
function meanOf(y: Doubles, n: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) sum += y[i] - y[0];
  return y[0] + sum / <f64>n;
}
