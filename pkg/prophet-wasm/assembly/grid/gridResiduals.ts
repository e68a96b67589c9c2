import { copy, Doubles, room } from '../math/doubles';
import { betaStart, Problem } from '../problem';
import { segmentLines } from '../rows/linearise';
import { isStep, nColumnsOf } from '../rows/terms';
import { createCycles, Cycles, projectCycles, spreadCycles } from './cycles';
import { Grid } from './grid';
import { GridSegments, placeGridSegments } from './gridSegments';
import { correlateSums, Extremes, featureSums, nGridSums, sumGrid } from './gridSums';

/** A look at what a fit leaves of y: claimed once a problem. */
@unmanaged
export class GridResiduals {
  /** The grid with the residuals in place of y. */
  grid: Grid = changetype<Grid>(0);
  segments: GridSegments = changetype<GridSegments>(0);
  cycles: Cycles = changetype<Cycles>(0);
  /** Value and slope of the trend at the start of every segment. */
  lines: Doubles = changetype<Doubles>(0);
  sums: Doubles = changetype<Doubles>(0);
  extremes: Extremes = changetype<Extremes>(0);
  /** Levels and slopes of all segments. */
  scaled: Doubles = changetype<Doubles>(0);
}

/** Takes `theta` as the new reference: fills correlation and rss with what the rows of the grid say about it. */
export function correlateGrid(problem: Problem, theta: Doubles): void {
  if (!changetype<usize>(problem.gridResiduals)) problem.gridResiduals = createGridResiduals(problem);
  const residuals = problem.gridResiduals;
  const grid = residuals.grid;
  const time = <f64>grid.lead * grid.stepMs;
  const beta = theta.from(betaStart(problem));
  copy(problem.reference, theta, problem.nParameters);
  segmentLines(problem, theta, residuals.lines);
  subtractTrend(problem, residuals);
  subtractSteps(problem, beta, grid);
  spreadCycles(residuals.cycles, beta, -1, time, grid.y);
  sumGrid(problem, residuals.segments, grid, residuals.sums, residuals.extremes);
  projectCycles(residuals.cycles, grid.y, 0, time, residuals.sums.from(featureSums(problem)));
  correlateSums(problem, grid, residuals.sums, residuals.scaled);
}

function createGridResiduals(problem: Problem): GridResiduals {
  const residuals = new GridResiduals();
  const nSegments = problem.nChangepoints + 1;
  const grid = new Grid();
  grid.n = problem.grid.n;
  grid.lead = problem.grid.lead;
  grid.stepMs = problem.grid.stepMs;
  grid.y = room(grid.n);
  residuals.grid = grid;
  residuals.segments = placeGridSegments(grid.n, problem.nChangepoints, problem.changepoints);
  residuals.cycles = createCycles(problem.terms, grid.n, grid.stepMs);
  residuals.lines = room(2 * nSegments);
  residuals.sums = room(nGridSums(problem));
  residuals.extremes = new Extremes();
  residuals.scaled = room(2 * nSegments);
  return residuals;
}

/** In one step from the data's own units, which keeps digits that scaling first would lose. */
function subtractTrend(problem: Problem, residuals: GridResiduals): void {
  const grid = problem.grid;
  const rest = residuals.grid.y;
  const segments = residuals.segments;
  for (let j = 0; j < segments.count; j++) {
    const value = residuals.lines[2 * j];
    const slope = residuals.lines[2 * j + 1] / <f64>(grid.n - 1);
    for (let l = <i32>segments.starts[j]; l < <i32>segments.starts[j + 1]; l++) {
      rest[l] = (grid.y[l] - grid.centre) / grid.yScale - value - slope * (<f64>l - segments.origins[j]);
    }
  }
}

function subtractSteps(problem: Problem, beta: Doubles, grid: Grid): void {
  const terms = problem.terms;
  let at = 0;
  for (let j = 0; j < terms.count; j++) {
    if (isStep(terms, j)) for (let l = <i32>terms.stepRow(j); l < grid.n; l++) grid.y[l] -= beta[at];
    at += nColumnsOf(terms, j);
  }
}
