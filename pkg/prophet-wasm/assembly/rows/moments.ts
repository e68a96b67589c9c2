import { copy, Doubles } from '../math/doubles';
import { betaStart, LOGISTIC, Problem } from '../problem';
import { Block, BLOCK_ROWS, column, FEATURES, nextBlock, ONES, TARGET } from './block';
import { addBending } from './bending';
import { linearise, subtractMeans } from './linearise';
import { startScan } from './scan';
import { foldCorrelation, foldSegments } from './segments';

/** Bytes from a value to the one of the same row in the next column. */
const NEXT_COLUMN: usize = 8 * BLOCK_ROWS;

/**
 * Reads every row once and fills gram, correlation and rss about `theta`: all that the solver needs to know of the data.
 * The products of features are summed directly; those with ramps are kept per segment and folded afterwards, so that
 * nothing cancels.
 */
export function gatherMoments(problem: Problem, theta: Doubles): void {
  copy(problem.reference, theta, problem.nParameters);
  const scan = startScan(problem, theta);
  const block = scan.block;
  const width = block.nColumns;
  while (nextBlock(problem, block)) {
    subtractMeans(problem, block, theta, scan);
    if (problem.isCurved) {
      addBending(problem, block, scan);
      linearise(problem, block, scan.curve);
    }
    addProducts(block, ONES, scan.segments.from(block.segment * 2 * width), width);
    for (let a = TARGET; a < width; a += 2) addProducts(block, a, scan.products.from(a * width), width);
  }
  foldSegments(problem, scan.segments, width, problem.gram);
  placeCorrelation(problem, scan.segments, width);
  placeFeatureProducts(problem, scan.products, width);
  if (problem.isCurved) foldSegments(problem, scan.bending, width, problem.bending);
  if (problem.growth == LOGISTIC) chainRates(problem, theta);
}

/**
 * Adds the inner products of columns a and a+1 with the columns from a on to two rows of sums. All of a fit's time at
 * many rows goes here: neighbouring columns are one constant offset apart, so that a row costs two address sums for
 * four products.
 */
function addProducts(block: Block, a: i32, sums: Doubles, width: i32): void {
  const bytes = (<usize>(block.end - block.start)) << 3;
  const left = changetype<usize>(column(block, a));
  for (let b = a; b < width; b += 2) {
    const first = changetype<usize>(column(block, b));
    let leftFirst: f64 = 0;
    let leftSecond: f64 = 0;
    let rightFirst: f64 = 0;
    let rightSecond: f64 = 0;
    for (let at: usize = 0; at < bytes; at += 8) {
      const l = load<f64>(left + at);
      const r = load<f64>(left + at, NEXT_COLUMN);
      const f = load<f64>(first + at);
      const s = load<f64>(first + at, NEXT_COLUMN);
      leftFirst += l * f;
      leftSecond += l * s;
      rightFirst += r * f;
      rightSecond += r * s;
    }
    sums[b] += leftFirst;
    sums[b + 1] += leftSecond;
    sums[width + b] += rightFirst;
    sums[width + b + 1] += rightSecond;
  }
}

/** The target's sums, which stand among those of all columns. */
function placeCorrelation(problem: Problem, segments: Doubles, width: i32): void {
  foldCorrelation(problem, segments.from(TARGET), segments.from(width + TARGET), 2 * width);
}

function placeFeatureProducts(problem: Problem, products: Doubles, width: i32): void {
  const p = problem.nParameters;
  const beta = betaStart(problem);
  problem.rss = products[TARGET * width + TARGET];
  for (let a = 0; a < problem.nFeatures; a++) {
    problem.correlation[beta + a] = products[TARGET * width + FEATURES + a];
    for (let b = a; b < problem.nFeatures; b++) {
      const product = products[(FEATURES + a) * width + FEATURES + b];
      problem.gram[(beta + a) * p + beta + b] = product;
      problem.gram[(beta + b) * p + beta + a] = product;
    }
  }
}

/**
 * From derivatives by the level and slope of z to those by m and k: with z = k (t - m) + .., dz/dm = -k, dz/dk = t - m and
 * d2z/dm dk = -1.
 */
function chainRates(problem: Problem, theta: Doubles): void {
  const p = problem.nParameters;
  const m = theta[0];
  const k = theta[1];
  const level = problem.correlation[0];
  chainMatrix(problem.gram, p, m, k);
  chainMatrix(problem.bending, p, m, k);
  chainPair(problem.correlation, 1, m, k);
  problem.bending[1] += level;
  problem.bending[p] += level;
}

function chainMatrix(matrix: Doubles, p: i32, m: f64, k: f64): void {
  for (let i = 0; i < p; i++) chainPair(matrix.from(i * p), 1, m, k);
  for (let i = 0; i < p; i++) chainPair(matrix.from(i), p, m, k);
}

function chainPair(values: Doubles, stride: i32, m: f64, k: f64): void {
  values[stride] -= m * values[0];
  values[0] *= -k;
}
