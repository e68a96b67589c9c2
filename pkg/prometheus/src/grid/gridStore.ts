import type { MatrixAnswer } from '../api/answer.js';
import type { RangeStore } from '../range/rangeStore.js';
import { joinSpans, type TimeSpan } from '../span.js';

import { BLOCK_POINTS, blockStarts, emptyBlock, missingSpans, replaceSpan, type Block } from './block.js';
import { joinBlocks, type GridColumns } from './joinBlocks.js';

/** Blocks of a query by their starts (epoch ms). */
export type Blocks = ReadonlyMap<number, Block>;

/** The values of a span and how far back they go. */
export interface GridRange extends GridColumns {
  /** From here (epoch ms) to the end the server answered. */
  readonly coveredFrom: number;
}

/** Series on a grid of steps, as Prometheus answers range queries. */
export interface GridTypes {
  readonly answer: MatrixAnswer;
  readonly stored: Blocks;
  readonly range: GridRange;
}

/** The blocks that hold a span, oldest first; an empty one for each that is not stored. */
export function blocksOf(blocks: Blocks, span: TimeSpan, stepMs: number): Block[] {
  return blockStarts(span, stepMs).map((start) => blocks.get(start) ?? emptyBlock(start));
}

function hasSamples(blocks: Blocks): boolean {
  return [...blocks.values()].some(({ columns }) => columns.size > 0);
}

/** Stores answers in blocks of steps, each a column for every series. */
export const gridStore: RangeStore<GridTypes> = {
  empty: new Map(),

  write(blocks, piece, { series }, context) {
    const written = blocksOf(blocks, piece, context.stepMs).map((block) => replaceSpan(block, piece, series, context));
    return new Map([...blocks, ...written.map((block) => [block.start, block] as const)]);
  },

  missing(blocks, span, stepMs) {
    // A metric that does not exist yet may be filled in backwards, for instance by a recording rule's backfill.
    const settled: Blocks = hasSamples(blocks) ? blocks : new Map();
    const missing = blocksOf(settled, span, stepMs).flatMap((block) => missingSpans(block, span, stepMs));
    return joinSpans(missing, stepMs);
  },

  read(blocks, span, { stepMs, coveredFrom }) {
    const range = joinBlocks(blocksOf(blocks, span, stepMs), span, stepMs);
    // Nothing before a refused stretch is used: a model must not take the refusal for a gap.
    const firstRow = Math.round((coveredFrom - span.start) / stepMs);
    range.columns.forEach(({ y }) => y.fill(NaN, 0, firstRow));
    return { ...range, coveredFrom };
  },

  hasSamples,

  size(blocks) {
    const nColumns = [...blocks.values()].reduce((sum, { columns }) => sum + columns.size, 0);
    return nColumns * BLOCK_POINTS;
  },
};
