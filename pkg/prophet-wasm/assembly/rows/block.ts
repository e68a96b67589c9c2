import { Doubles, fill, zeros } from '../math/doubles';
import { fourierColumns } from '../math/fourier';
import { Problem, segmentTime } from '../problem';
import { isWave, nColumnsOf } from './terms';

/** Rows looked at together: their columns stay in the fastest cache. */
export const BLOCK_ROWS: i32 = 128;

// The columns of a block. Columns of zeros make their number even, so that products come in 2 x 2 tiles.
export const ONES: i32 = 0;
export const SINCE: i32 = 1;
export const TARGET: i32 = 2;
export const FEATURES: i32 = 4;

/** Up to 128 rows of one segment, column by column: 1, time since the segment's start, target, 0, features. */
@unmanaged
export class Block {
  /** First row, and the row after the last. */
  start: i32 = 0;
  end: i32 = 0;
  segment: i32 = 0;
  nColumns: i32 = 0;
  columns: Doubles = changetype<Doubles>(0);
}

export function createBlock(problem: Problem): Block {
  const block = new Block();
  block.nColumns = FEATURES + 2 * ((problem.nFeatures + 1) >> 1);
  block.columns = zeros(block.nColumns * BLOCK_ROWS);
  fill(block.columns, 1, BLOCK_ROWS);
  return block;
}

export function column(block: Block, j: i32): Doubles {
  return block.columns.from(j * BLOCK_ROWS);
}

/** Moves to the next rows, never across a changepoint; false at the end of the history. */
export function nextBlock(problem: Problem, block: Block): bool {
  const rows = problem.rows;
  const start = block.end;
  if (start >= rows.n) return false;
  let segment = block.segment;
  while (<i32>rows.segmentStarts[segment + 1] <= start) segment++;
  block.segment = segment;
  block.start = start;
  block.end = min(start + BLOCK_ROWS, <i32>rows.segmentStarts[segment + 1]);
  const since = column(block, SINCE);
  const origin = segmentTime(problem, segment);
  for (let i = start; i < block.end; i++) since[i - start] = rows.t[i] - origin;
  fillFeatures(problem, block);
  return true;
}

function fillFeatures(problem: Problem, block: Block): void {
  const rows = problem.rows;
  const terms = problem.terms;
  const n = block.end - block.start;
  let at = FEATURES;
  for (let j = 0; j < terms.count; j++) {
    const nColumns = nColumnsOf(terms, j);
    const target = column(block, at);
    const given = terms.column(j);
    if (isWave(terms, j)) {
      const sine = rows.waves.from(2 * j * rows.n + block.start);
      fourierColumns(sine, sine.from(rows.n), n, terms.order(j), target, BLOCK_ROWS);
      if (changetype<usize>(given)) multiplyColumns(target, nColumns, given.from(block.start), n);
    } else {
      for (let i = 0; i < n; i++) target[i] = given[block.start + i];
    }
    at += nColumns;
  }
}

function multiplyColumns(target: Doubles, nColumns: i32, factor: Doubles, n: i32): void {
  for (let a = 0; a < nColumns; a++) {
    const values = target.from(a * BLOCK_ROWS);
    for (let i = 0; i < n; i++) values[i] *= factor[i];
  }
}
