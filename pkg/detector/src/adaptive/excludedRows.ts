import type { ObservedRows, ScoredRows } from '../detection/scoredRows.js';
import type { TimeSpan } from '../series/timeSpan.js';

/** 1 for the rows whose time lies in a span, bounds included; null where none does. Both ascending, spans disjoint. */
export function rowsWithin(time: Float64Array, spans: readonly TimeSpan[]): Uint8Array | null {
  const within = new Uint8Array(time.length);
  let next = 0;
  let isAny = false;
  for (let row = 0; row < time.length && next < spans.length; row++) {
    while (next < spans.length && spans[next].end < time[row]) {
      next++;
    }
    if (next < spans.length && spans[next].start <= time[row]) {
      within[row] = 1;
      isAny = true;
    }
  }
  return isAny ? within : null;
}

/** The rows as if nothing had been measured where they are marked. */
export function withoutRows(rows: ObservedRows, marked: Uint8Array | null): ObservedRows {
  return marked === null ? rows : { ...rows, y: rows.y.map((value, row) => (marked[row] === 1 ? NaN : value)) };
}

/** Scored rows, those that are marked in place of their counterparts in another scoring of the same rows. */
export function replaceRows(scored: ScoredRows, other: ScoredRows, marked: Uint8Array): ScoredRows {
  const from = (column: 'y' | 'expected' | 'bandLower' | 'bandUpper' | 'score' | 'threshold' | 'size' | 'usual') =>
    scored[column].map((value, row) => (marked[row] === 1 ? other[column][row] : value));
  const flags = (column: Uint8Array | undefined, others: Uint8Array | undefined) =>
    column?.map((value, row) => (marked[row] === 1 ? (others?.[row] ?? 0) : value));
  return {
    ...scored,
    y: from('y'),
    expected: from('expected'),
    bandLower: from('bandLower'),
    bandUpper: from('bandUpper'),
    score: from('score'),
    threshold: from('threshold'),
    size: from('size'),
    usual: from('usual'),
    side: scored.side.map((value, row) => (marked[row] === 1 ? other.side[row] : value)),
    branch: scored.branch.map((value, row) => (marked[row] === 1 ? other.branch[row] : value)),
    lingering: flags(scored.lingering, other.lingering),
  };
}
