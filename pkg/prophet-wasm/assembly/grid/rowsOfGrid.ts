import { Doubles, zeros } from '../math/doubles';
import { Problem } from '../problem';
import { createRows, Rows, splitSegments, takeWaves } from '../rows/rows';
import { isStep } from '../rows/terms';

/** The observations of a regular series, row by row, for what its moments cannot tell; only those that are there. */
export function rowsOfGrid(problem: Problem): Rows {
  const grid = problem.grid;
  const rows = createRows(problem.n);
  const places = zeros(problem.n);
  const clock = zeros(problem.n);
  let row = 0;
  for (let l = 0; l < grid.n; l++) {
    if (isNaN(grid.y[l])) continue;
    rows.t[row] = <f64>l / <f64>(grid.n - 1);
    rows.y[row] = (grid.y[l] - grid.centre) / grid.yScale;
    places[row] = <f64>l;
    clock[row] = <f64>(grid.lead + l) * grid.stepMs;
    row++;
  }
  splitSegments(rows, problem.nChangepoints, problem.changepoints);
  takeWaves(rows, problem.terms, clock);
  giveSteps(problem, places);
  return rows;
}

/** Steps as columns. */
function giveSteps(problem: Problem, places: Doubles): void {
  const terms = problem.terms;
  for (let j = 0; j < terms.count; j++) {
    if (!isStep(terms, j)) continue;
    const column = zeros(problem.n);
    for (let i = 0; i < problem.n; i++) column[i] = places[i] >= terms.stepRow(j) ? 1 : 0;
    terms.setColumn(j, column);
  }
}
