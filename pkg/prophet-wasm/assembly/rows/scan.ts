import { Doubles, fill, zeros } from '../math/doubles';
import { Problem } from '../problem';
import { Block, BLOCK_ROWS, createBlock } from './block';
import { createCurve, Curve } from './curve';
import { segmentLines } from './linearise';

/** Memory for one look at all rows: claimed once a problem, for there may be many looks. */
@unmanaged
export class Scan {
  block: Block = changetype<Block>(0);
  curve: Curve = changetype<Curve>(0);
  /** Sums local to each segment: of every column, and of it times the time since the segment's start. */
  segments: Doubles = changetype<Doubles>(0);
  /** The same of what bends. */
  bending: Doubles = changetype<Doubles>(0);
  /** Scratch of a block. */
  pull: Doubles = changetype<Doubles>(0);
  /** Products of target and features. */
  products: Doubles = changetype<Doubles>(0);
  /** Value and slope of z at the start of every segment. */
  lines: Doubles = changetype<Doubles>(0);
}

/** The problem's scan, at its start and with empty sums. */
export function startScan(problem: Problem, theta: Doubles): Scan {
  if (!changetype<usize>(problem.scan)) problem.scan = createScan(problem);
  const scan = problem.scan;
  const block = scan.block;
  const width = block.nColumns;
  block.start = 0;
  block.end = 0;
  block.segment = 0;
  fill(scan.segments, 0, (problem.nChangepoints + 1) * 2 * width);
  fill(scan.products, 0, width * width);
  if (problem.isCurved) fill(scan.bending, 0, (problem.nChangepoints + 1) * 2 * width);
  segmentLines(problem, theta, scan.lines);
  return scan;
}

function createScan(problem: Problem): Scan {
  const scan = new Scan();
  const nSegments = problem.nChangepoints + 1;
  scan.block = createBlock(problem);
  if (problem.isCurved) {
    scan.curve = createCurve();
    scan.bending = zeros(nSegments * 2 * scan.block.nColumns);
    scan.pull = zeros(BLOCK_ROWS);
  }
  scan.segments = zeros(nSegments * 2 * scan.block.nColumns);
  scan.products = zeros(scan.block.nColumns * scan.block.nColumns);
  scan.lines = zeros(2 * nSegments);
  return scan;
}
