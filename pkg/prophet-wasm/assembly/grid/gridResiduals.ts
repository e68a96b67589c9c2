import { copy, Doubles, room } from '../math/doubles';
import { betaStart, Problem } from '../problem';
import { segmentLines } from '../rows/linearise';
import { isStep, nColumnsOf } from '../rows/terms';
import { Grid } from './grid';
import { createGridScan, GridScan } from './gridScan';
import { correlateSums, nGridSums, sumGrid, sumWaves } from './gridSums';
import { spreadStretch, STRETCH } from './stretch';

/** A grid's own look at what a fit leaves of y: claimed once a problem. */
@unmanaged
export class GridResiduals {
  scan: GridScan = changetype<GridScan>(0);
  /** The grid with the residuals in place of y. */
  grid: Grid = changetype<Grid>(0);
  /** Value and slope of the trend at the start of every segment. */
  lines: Doubles = changetype<Doubles>(0);
  sums: Doubles = changetype<Doubles>(0);
  scaled: Doubles = changetype<Doubles>(0);
}

/** Takes `theta` as the new reference: fills correlation and rss with what the rows of the grid say about it. */
export function correlateGrid(problem: Problem, theta: Doubles): void {
  if (!changetype<usize>(problem.gridResiduals)) problem.gridResiduals = createGridResiduals(problem);
  const residuals = problem.gridResiduals;
  copy(problem.reference, theta, problem.nParameters);
  segmentLines(problem, theta, residuals.lines);
  subtractTrend(problem, residuals);
  subtractTerms(problem, residuals, theta.from(betaStart(problem)));
  sumGrid(problem, residuals.scan, residuals.grid, residuals.sums);
  sumWaves(problem, residuals.scan, residuals.grid, residuals.sums);
  correlateSums(problem, residuals.grid, residuals.sums, residuals.scaled);
}

function createGridResiduals(problem: Problem): GridResiduals {
  const residuals = new GridResiduals();
  const grid = new Grid();
  grid.n = problem.grid.n;
  grid.lead = problem.grid.lead;
  grid.stepMs = problem.grid.stepMs;
  grid.y = room(grid.n);
  residuals.grid = grid;
  residuals.scan = createGridScan(problem, grid);
  residuals.lines = room(2 * (problem.nChangepoints + 1));
  residuals.sums = room(nGridSums(problem));
  residuals.scaled = room(2 * (problem.nChangepoints + 1));
  return residuals;
}

/** In one step from the data's own units, which keeps digits that scaling first would lose. */
function subtractTrend(problem: Problem, residuals: GridResiduals): void {
  const grid = problem.grid;
  const rest = residuals.grid.y;
  const segments = residuals.scan.segments;
  for (let j = 0; j < segments.count; j++) {
    const value = residuals.lines[2 * j];
    const slope = residuals.lines[2 * j + 1] / <f64>(grid.n - 1);
    for (let l = <i32>segments.starts[j]; l < <i32>segments.starts[j + 1]; l++) {
      rest[l] = (grid.y[l] - grid.centre) / grid.yScale - value - slope * (<f64>l - segments.origins[j]);
    }
  }
}

function subtractTerms(problem: Problem, residuals: GridResiduals, beta: Doubles): void {
  const terms = problem.terms;
  const grid = residuals.grid;
  let at = 0;
  for (let j = 0; j < terms.count; j++) {
    if (isStep(terms, j)) {
      for (let l = <i32>terms.stepRow(j); l < grid.n; l++) grid.y[l] -= beta[at];
    } else {
      subtractWaves(residuals, j, beta.from(at));
    }
    at += nColumnsOf(terms, j);
  }
}

function subtractWaves(residuals: GridResiduals, j: i32, beta: Doubles): void {
  const scan = residuals.scan;
  const grid = residuals.grid;
  const cycle = scan.cycle(j);
  const rows = <i32>scan.cycleRows[j];
  for (let start = 0; start < rows; start += STRETCH) {
    const time = <f64>(grid.lead + start) * grid.stepMs;
    spreadStretch(scan.stretch(j), beta, time, cycle.from(start));
  }
  for (let start = 0; start < grid.n; start += rows) {
    const rest = grid.y.from(start);
    const size = min(rows, grid.n - start);
    for (let l = 0; l < size; l++) rest[l] -= cycle[l];
  }
}
