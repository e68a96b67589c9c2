import { copy, Doubles, zeros } from '../math/doubles';
import { Problem } from '../problem';
import { addProducts } from './addProducts';
import { Block, BLOCK_ROWS, column, nextBlock, ONES, SINCE, TARGET } from './block';
import { startScan } from './scan';

/** Powers of the time since a segment's start in the sums: 0, 1 and 2. */
const POWERS: i32 = 3;

/**
 * A trend times multiplicative terms is a sum of products of two columns: within a segment, with u the time since its start
 * and x~ the columns 1, y and the features, the sums of u^q x~ x~' for q = 0, 1, 2 are all that the posterior needs to know
 * of the rows, at any parameters. One look at the rows then serves any number of attempts (`productMoments.ts`). They lose
 * digits where RSS is small beside y'y: the last word is the rows'.
 */
@unmanaged
export class Products {
  /** Columns of a block, FEATURES + K made even; those of the time and of zeros are nothing's. */
  width: i32 = 0;
  /** For each segment a matrix for each power, both triangles. */
  sums: Doubles = changetype<Doubles>(0);
  /** Scratch: five vectors over the columns. */
  scratch: Doubles = changetype<Doubles>(0);
}

/** The matrix of a segment and a power. */
export function productsOf(products: Products, segment: i32, power: i32): Doubles {
  return products.sums.from((segment * POWERS + power) * products.width * products.width);
}

/** Scratch for sums of u^power (1 + M) x~, powers 0 to 2. */
export function weightedSums(products: Products, power: i32): Doubles {
  return products.scratch.from(power * products.width);
}

/** Scratch for sums of u^power r x~, powers 0 and 1. */
export function residualSums(products: Products, power: i32): Doubles {
  return products.scratch.from((POWERS + power) * products.width);
}

// Products pay where they are fewer than the rows by this factor, as long as they fit in 32 MB and take no longer than half
// a second to sum.
const ROWS_PER_SEGMENT: i32 = 8;
const MOST_SUMS: f64 = 4e6;
const MOST_PRODUCTS: f64 = 1e9;

/** Sums the rows of a problem without logistic growth; leaves them as they are where that costs more than it saves. */
export function gatherProducts(problem: Problem): void {
  const scan = startScan(problem, problem.reference);
  const width = scan.block.nColumns;
  const nSegments = problem.nChangepoints + 1;
  const nSums = <f64>(nSegments * POWERS) * <f64>(width * width);
  const isCheap = nSums <= MOST_SUMS && <f64>problem.n * <f64>(width * width) <= MOST_PRODUCTS;
  if (problem.n < ROWS_PER_SEGMENT * nSegments || !isCheap) return;
  const products = new Products();
  products.width = width;
  products.sums = zeros(<i32>nSums);
  products.scratch = zeros((POWERS + 2) * width);
  const left = zeros(BLOCK_ROWS * width);
  while (nextBlock(problem, scan.block)) addBlock(problem, scan.block, products, left);
  for (let j = 0; j < nSegments * POWERS; j++) mirror(productsOf(products, 0, j), width);
  problem.products = products;
}

/** `left` becomes the block's columns times u, and times u again. */
function addBlock(problem: Problem, block: Block, products: Products, left: Doubles): void {
  const n = block.end - block.start;
  const width = products.width;
  const since = column(block, SINCE);
  const ones = column(block, ONES);
  for (let i = 0; i < n; i++) ones[i] = 1;
  copy(column(block, TARGET), problem.rows.y.from(block.start), n);
  copy(left, block.columns, BLOCK_ROWS * width);
  for (let power = 0; power < POWERS; power++) {
    const sums = productsOf(products, block.segment, power);
    for (let a = 0; a < width; a += 2) {
      if (power > 0) {
        for (let i = 0; i < n; i++) left[a * BLOCK_ROWS + i] *= since[i];
        for (let i = 0; i < n; i++) left[(a + 1) * BLOCK_ROWS + i] *= since[i];
      }
      addProducts(left.from(a * BLOCK_ROWS), column(block, a), n, width - a, sums.from(a * width + a), width);
    }
  }
}

/** The lower triangle from the upper one. */
function mirror(matrix: Doubles, width: i32): void {
  for (let a = 1; a < width; a++) {
    for (let b = 0; b < a; b++) matrix[a * width + b] = matrix[b * width + a];
  }
}
