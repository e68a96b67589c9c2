import { Doubles, fill, zeros } from './doubles';
import { fourierColumns } from './fourier';
import { Problem, segmentTime } from './problem';

/** Rows looked at together: their columns stay in the fastest cache. */
export const BLOCK_ROWS: i32 = 128;

// The columns of a block. The zero column makes their number even, so that products come in 2 x 2 tiles.
export const ONES: i32 = 0;
export const SINCE: i32 = 1;
export const TARGET: i32 = 2;
export const FEATURES: i32 = 4;

/** Up to 128 rows of one segment, column by column: 1, time since the segment's start, target, 0, Fourier features. */
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
  block.nColumns = FEATURES + problem.nFeatures;
  block.columns = zeros(block.nColumns * BLOCK_ROWS);
  fill(block.columns, 1, BLOCK_ROWS);
  return block;
}

export function column(block: Block, j: i32): Doubles {
  return block.columns.from(j * BLOCK_ROWS);
}

/** Moves to the next rows, never across a changepoint; false at the end of the history. */
export function nextBlock(problem: Problem, block: Block): bool {
  const start = block.end;
  if (start >= problem.n) return false;
  let segment = block.segment;
  while (<i32>problem.segmentStarts[segment + 1] <= start) segment++;
  block.segment = segment;
  block.start = start;
  block.end = min(start + BLOCK_ROWS, <i32>problem.segmentStarts[segment + 1]);
  const since = column(block, SINCE);
  const origin = segmentTime(problem, segment);
  for (let i = start; i < block.end; i++) since[i - start] = problem.t[i] - origin;
  fillFeatures(problem, block);
  return true;
}

function fillFeatures(problem: Problem, block: Block): void {
  let at = FEATURES;
  for (let j = 0; j < problem.nPeriods; j++) {
    const order = <i32>problem.orders[j];
    const sine = problem.harmonics.from(2 * j * problem.n + block.start);
    const cosine = sine.from(problem.n);
    fourierColumns(sine, cosine, block.end - block.start, order, column(block, at), BLOCK_ROWS);
    at += 2 * order;
  }
}
