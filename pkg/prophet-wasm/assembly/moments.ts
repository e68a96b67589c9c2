import { Block, BLOCK_ROWS, column, createBlock, FEATURES, nextBlock, ONES, TARGET } from './block';
import { copy, Doubles, zeros } from './doubles';
import { betaStart, Problem } from './problem';
import { foldSegments } from './segments';

/** Bytes from a value to the one of the same row in the next column. */
const NEXT_COLUMN: usize = 8 * BLOCK_ROWS;

/**
 * Reads every row once and fills gram, correlation and rss about the reference 0: all that the solver needs to know
 * of the data. The products of Fourier features are summed directly; those with ramps are kept per segment and folded
 * afterwards, so that nothing cancels.
 */
export function gatherMoments(problem: Problem): void {
  const block = createBlock(problem);
  const width = block.nColumns;
  const nSegments = problem.nChangepoints + 1;
  const segments = zeros(nSegments * 2 * width);
  const products = zeros(width * width);
  while (nextBlock(problem, block)) {
    copy(column(block, TARGET), problem.y.from(block.start), block.end - block.start);
    addProducts(block, ONES, segments.from(block.segment * 2 * width), width);
    for (let a = TARGET; a < width; a += 2) addProducts(block, a, products.from(a * width), width);
  }
  foldSegments(problem, segments, width);
  placeFeatureProducts(problem, products, width);
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
