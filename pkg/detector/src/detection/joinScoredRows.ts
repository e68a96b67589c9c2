import type { ScoredRows } from './scoredRows.js';

type NumberColumn = 'time' | 'y' | 'expected' | 'bandLower' | 'bandUpper' | 'score' | 'threshold' | 'size' | 'usual';

/** Columns one after the other. */
export function joinColumns(columns: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(columns.reduce((length, column) => length + column.length, 0));
  let place = 0;
  for (const column of columns) {
    joined.set(column, place);
    place += column.length;
  }
  return joined;
}

/** The scored rows of successive parts of a series as one: anomalies and incidents go on from one part to the next. */
export function joinScoredRows(parts: readonly ScoredRows[]): ScoredRows {
  const column = (name: NumberColumn) => joinColumns(parts.map((part) => part[name]));
  const learning = parts.flatMap(({ learningUntil }) => learningUntil ?? []);
  return {
    time: column('time'),
    y: column('y'),
    expected: column('expected'),
    bandLower: column('bandLower'),
    bandUpper: column('bandUpper'),
    score: column('score'),
    threshold: column('threshold'),
    size: column('size'),
    usual: column('usual'),
    side: Int8Array.from(parts.flatMap(({ side }) => [...side])),
    branch: Uint8Array.from(parts.flatMap(({ branch }) => [...branch])),
    lingering: Uint8Array.from(parts.flatMap(({ lingering, side }) => [...(lingering ?? side.map(Math.abs))])),
    severityBy: parts.some(({ severityBy }) => severityBy === 'threshold') ? 'threshold' : 'score',
    learningUntil: learning.length === 0 ? null : Math.max(...learning),
  };
}
