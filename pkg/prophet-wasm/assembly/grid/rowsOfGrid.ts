import { zeros } from '../math/doubles';
import { Problem } from '../problem';
import { createRows, Rows, splitSegments, takeWaves } from '../rows/rows';
import { Grid } from './grid';

/** The observations of a regular series, row by row, for what its moments cannot tell; only those that are there. */
export function rowsOfGrid(problem: Problem): Rows {
  return gridRows(problem, problem.grid, false);
}

/** Rows in place of those that are missing, all with y = 0. */
export function missingRows(problem: Problem): Rows {
  return gridRows(problem, problem.grid, true);
}

function gridRows(problem: Problem, grid: Grid, isMissing: bool): Rows {
  const count = isMissing ? grid.n - problem.n : problem.n;
  const rows = createRows(count);
  const clock = zeros(count);
  let row = 0;
  for (let l = 0; l < grid.n; l++) {
    if (isNaN(grid.y[l]) != isMissing) continue;
    rows.t[row] = <f64>l / <f64>(grid.n - 1);
    rows.y[row] = isMissing ? 0 : (grid.y[l] - grid.centre) / grid.yScale;
    clock[row] = <f64>l * grid.stepMs;
    row++;
  }
  splitSegments(rows, problem.nChangepoints, problem.changepoints);
  takeWaves(rows, problem.terms, clock);
  return rows;
}
