import { copy, Doubles } from '../math/doubles';
import { betaStart, LOGISTIC, Problem } from '../problem';
import { addProducts } from './addProducts';
import { column, FEATURES, nextBlock, TARGET } from './block';
import { addBending } from './bending';
import { linearise, subtractMeans } from './linearise';
import { sumProducts } from './productMoments';
import { Scan, startScan } from './scan';
import { foldCorrelation, foldSegments } from './segments';
import { countRows } from '../work';

/**
 * Fills gram, correlation and rss about `theta`, all that the solver needs to know of the data, from one look at every row
 * or from the products that stand in for them.
 * The products of features are summed directly; those with ramps are kept per segment and folded afterwards, so that
 * nothing cancels.
 */
export function gatherMoments(problem: Problem, theta: Doubles): void {
  copy(problem.reference, theta, problem.nParameters);
  const scan = startScan(problem, theta);
  if (changetype<usize>(problem.products)) sumProducts(problem, theta, scan);
  else sumRows(problem, theta, scan);
  const width = scan.block.nColumns;
  foldSegments(problem, scan.segments, width, problem.gram);
  placeCorrelation(problem, scan.segments, width);
  placeFeatureProducts(problem, scan.products, width);
  if (problem.isCurved) foldSegments(problem, scan.bending, width, problem.bending);
  if (problem.growth == LOGISTIC) chainRates(problem, theta);
}

/** The sums of a scan from a look at every row. */
function sumRows(problem: Problem, theta: Doubles, scan: Scan): void {
  countRows(problem.n, scan.block.nColumns);
  const block = scan.block;
  const width = block.nColumns;
  while (nextBlock(problem, block)) {
    subtractMeans(problem, block, theta, scan);
    if (problem.isCurved) {
      addBending(problem, block, scan);
      linearise(problem, block, scan.curve);
    }
    const n = block.end - block.start;
    addProducts(block.columns, block.columns, n, width, scan.segments.from(block.segment * 2 * width), width);
    for (let a = TARGET; a < width; a += 2) {
      const columns = column(block, a);
      addProducts(columns, columns, n, width - a, scan.products.from(a * width + a), width);
    }
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
