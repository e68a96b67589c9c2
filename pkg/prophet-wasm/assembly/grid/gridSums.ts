import { Doubles } from '../math/doubles';
import { betaStart, Problem } from '../problem';
import { foldCorrelation } from '../rows/segments';
import { isStep, nColumnsOf } from '../rows/terms';
import { Grid } from './grid';
import { GridSegments } from './gridSegments';

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

/** Count and extremes of the values, from the same look at the rows as the sums. */
@unmanaged
export class Extremes {
  /** Rows with a value. */
  count: i32 = 0;
  smallest: f64 = 0;
  largest: f64 = 0;
}

/** Fills all sums but those of waves from the rows of y, NaN where absent. */
export function sumGrid(problem: Problem, segments: GridSegments, grid: Grid, sums: Doubles, extremes: Extremes): void {
  extremes.count = 0;
  extremes.smallest = Infinity;
  extremes.largest = -Infinity;
  let squares: f64 = 0;
  for (let j = 0; j < segments.count; j++) squares += sumSegment(segments, j, grid.y, grid.centre, sums, extremes);
  sums[nGridSums(problem) - 1] = squares;
  sumSteps(problem, grid, sums.from(featureSums(problem)));
}

/**
 * Level and slope of one segment; returns the sum of squares. Rows go by twos, as long as none is missing, so that no sum
 * waits for the one before: the pass over y is most of a long series' fit.
 */
function sumSegment(segments: GridSegments, j: i32, y: Doubles, centre: f64, sums: Doubles, extremes: Extremes): f64 {
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

/** Sums of y over the rows that each step holds at. */
function sumSteps(problem: Problem, grid: Grid, sums: Doubles): void {
  const terms = problem.terms;
  let at = 0;
  for (let j = 0; j < terms.count; j++) {
    if (isStep(terms, j)) {
      let sum: f64 = 0;
      for (let l = <i32>terms.stepRow(j); l < grid.n; l++) if (!isNaN(grid.y[l])) sum += grid.y[l] - grid.centre;
      sums[at] = sum;
    }
    at += nColumnsOf(terms, j);
  }
}

/**
 * The correlation and sum of squares that the sums of y amount to. `scaled` is room for the levels and slopes of all segments
 * in scaled units.
 */
export function correlateSums(problem: Problem, grid: Grid, sums: Doubles, scaled: Doubles): void {
  const nSegments = problem.nChangepoints + 1;
  const step = 1 / <f64>(grid.n - 1);
  for (let j = 0; j < nSegments; j++) {
    scaled[j] = sums[j] / grid.yScale;
    scaled[nSegments + j] = (step * sums[nSegments + j]) / grid.yScale;
  }
  foldCorrelation(problem, scaled, scaled.from(nSegments), 1);
  const features = sums.from(featureSums(problem));
  for (let a = 0; a < problem.nFeatures; a++) problem.correlation[betaStart(problem) + a] = features[a] / grid.yScale;
  problem.rss = sums[nGridSums(problem) - 1] / (grid.yScale * grid.yScale);
}
