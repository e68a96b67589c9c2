import { Doubles, fill, zeros } from '../math/doubles';
import { betaStart, Problem } from '../problem';
import { foldCorrelation } from '../rows/segments';
import { isStep, nColumnsOf } from '../rows/terms';
import { Grid } from './grid';
import { GridSegments, placeGridSegments } from './gridSegments';
import { createStretch, projectStretch, STRETCH } from './stretch';

/*
 * All that a fit needs to know of the y of a regular series, in data units about a centre: the sum of y and of y times
 * the rows since the segment's origin for each segment, the sum of y times each feature, and the sum of squares. When the
 * window moves on by one row, each follows from its old value.
 */

/** Numbers in the sums of a problem. */
export function nGridSums(problem: Problem): i32 {
  return 2 * (problem.nChangepoints + 1) + problem.nFeatures + 1;
}

/** Index of the first feature's sum, after the levels and slopes of all segments. */
export function featureSums(problem: Problem): i32 {
  return 2 * (problem.nChangepoints + 1);
}

/** What one look at y tells besides the sums. */
@unmanaged
export class Extremes {
  /** Rows with a value. */
  count: i32 = 0;
  smallest: f64 = Infinity;
  largest: f64 = -Infinity;
}

/** Fills the sums from the rows of y, NaN where absent; the centre must lie between the extremes of y. */
export function sumGrid(problem: Problem, grid: Grid, sums: Doubles): Extremes {
  const n = grid.n;
  const extremes = new Extremes();
  const segments = placeGridSegments(n, problem.nChangepoints, problem.changepoints);
  let squares: f64 = 0;
  for (let j = 0; j < segments.count; j++) squares += sumSegment(segments, j, grid.y, grid.centre, extremes, sums);
  sums[nGridSums(problem) - 1] = squares;
  sumFeatures(problem, grid, sums.from(featureSums(problem)));
  return extremes;
}

/**
 * Level and slope of one segment; returns the sum of squares. Rows go by twos, as long as none is missing, so that no sum
 * waits for the one before: the pass over y is most of a long series' fit.
 */
function sumSegment(
  segments: GridSegments,
  j: i32,
  y: Doubles,
  centre: f64,
  extremes: Extremes,
  sums: Doubles,
): f64 {
  const start = <i32>segments.starts[j];
  const end = <i32>segments.starts[j + 1];
  let smallest = extremes.smallest;
  let largest = extremes.largest;
  let count = 0;
  let even: f64 = 0;
  let odd: f64 = 0;
  let slope: f64 = 0;
  let squares: f64 = 0;
  let since = <f64>start - segments.origins[j];
  let l = start;
  while (l < end) {
    for (; l + 1 < end; l += 2) {
      const first = y[l];
      const second = y[l + 1];
      const one = first - centre;
      const two = second - centre;
      if (isNaN(one + two)) break;
      // Hardly ever taken, which costs less than a minimum that knows of NaN and -0.
      if (first < smallest) smallest = first;
      if (second < smallest) smallest = second;
      if (first > largest) largest = first;
      if (second > largest) largest = second;
      even += one;
      odd += two;
      slope += since * (one + two) + two;
      squares += one * one + two * two;
      since += 2;
      count += 2;
    }
    if (l == end) break;
    const value = y[l];
    if (!isNaN(value)) {
      const rest = value - centre;
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
      even += rest;
      slope += since * rest;
      squares += rest * rest;
      count++;
    }
    since += 1;
    l++;
  }
  extremes.count += count;
  extremes.smallest = smallest;
  extremes.largest = largest;
  sums[j] = even + odd;
  sums[segments.count + j] = slope;
  return squares;
}

/** Sums of y times each feature: of a step over the rows from it on, of waves by the cycle where whole rows make a period. */
function sumFeatures(problem: Problem, grid: Grid, sums: Doubles): void {
  const n = grid.n;
  const stepMs = grid.stepMs;
  const terms = problem.terms;
  const cycles = zeros(2 * terms.count);
  fill(sums, 0, problem.nFeatures);
  let at = 0;
  for (let j = 0; j < terms.count; j++) {
    if (isStep(terms, j)) {
      sums[at++] = sumFrom(<i32>terms.stepRow(j), grid);
      continue;
    }
    const period = cycleRows(terms.period(j), stepMs, n);
    const longer = period == 0 ? -1 : longerCycle(cycles, j, period);
    // A day's cycle is that of the week's, folded once more.
    const source = longer < 0 ? grid.y : changetype<Doubles>(<usize>cycles[2 * longer + 1]);
    const size = longer < 0 ? n : <i32>cycles[2 * longer];
    const rows = period == 0 ? n : period;
    const cycle = foldCycles(source, size, rows, longer < 0 ? grid.centre : 0);
    cycles[2 * j] = <f64>period;
    cycles[2 * j + 1] = <f64>changetype<usize>(cycle);
    const stretch = createStretch(stepMs, terms.period(j), terms.order(j));
    for (let start = 0; start < rows; start += STRETCH) {
      const size = min(STRETCH, rows - start);
      projectStretch(stretch, cycle.from(start), size, <f64>(grid.lead + start) * stepMs, sums.from(at));
    }
    at += nColumnsOf(terms, j);
  }
}

function sumFrom(row: i32, grid: Grid): f64 {
  let sum: f64 = 0;
  for (let l = row; l < grid.n; l++) if (!isNaN(grid.y[l])) sum += grid.y[l] - grid.centre;
  return sum;
}

/** The last cycle before the j-th that holds whole ones of `period` rows; -1 for none. */
function longerCycle(cycles: Doubles, j: i32, period: i32): i32 {
  for (let i = j - 1; i >= 0; i--) {
    const rows = <i32>cycles[2 * i];
    if (rows > 0 && rows % period == 0) return i;
  }
  return -1;
}

/** Rows that make a whole period, where the series holds two; else 0. */
export function cycleRows(periodMs: f64, stepMs: f64, n: i32): i32 {
  const rows = Math.floor(periodMs / stepMs + 0.5);
  return rows * stepMs == periodMs && 2 * rows <= <f64>n ? <i32>rows : 0;
}

/** The sum of y about the centre over all rows that stand at the same place of the cycle; a missing value is none. */
function foldCycles(y: Doubles, n: i32, period: i32, centre: f64): Doubles {
  const cycle = zeros(period);
  for (let start = 0; start < n; start += period) {
    const size = min(period, n - start);
    const rows = y.from(start);
    for (let l = 0; l < size; l++) {
      const rest = rows[l] - centre;
      if (!isNaN(rest)) cycle[l] += rest;
    }
  }
  return cycle;
}

/** The correlation and sum of squares that the sums of y amount to, about theta = 0. */
export function correlateSums(problem: Problem, n: i32, yScale: f64, sums: Doubles): void {
  const nSegments = problem.nChangepoints + 1;
  const levels = zeros(2 * nSegments);
  const slopes = levels.from(nSegments);
  const step = 1 / <f64>(n - 1);
  for (let j = 0; j < nSegments; j++) {
    levels[j] = sums[j] / yScale;
    slopes[j] = (step * sums[nSegments + j]) / yScale;
  }
  foldCorrelation(problem, levels, slopes, 1);
  const features = sums.from(featureSums(problem));
  for (let a = 0; a < problem.nFeatures; a++) problem.correlation[betaStart(problem) + a] = features[a] / yScale;
  problem.rss = sums[nGridSums(problem) - 1] / (yScale * yScale);
}
