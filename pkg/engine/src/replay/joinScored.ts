import type { Forecast, ScoredRows } from 'foreband-detector';

import type { ReplayedPart } from './replay.js';

type NumberColumn = 'time' | 'y' | 'expected' | 'bandLower' | 'bandUpper' | 'score' | 'threshold' | 'size' | 'usual';

function joinNumbers(columns: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(columns.reduce((length, column) => length + column.length, 0));
  let place = 0;
  for (const column of columns) {
    joined.set(column, place);
    place += column.length;
  }
  return joined;
}

/** The scored rows of successive parts as one, with their forecast. */
export function joinScored(parts: readonly ReplayedPart[]): { readonly rows: ScoredRows; readonly forecast: Forecast } {
  const scored = parts.map((part) => part.scored);
  const column = (name: NumberColumn) => joinNumbers(scored.map((rows) => rows[name]));
  const forecast = (name: 'yhat' | 'yhatLower' | 'yhatUpper') =>
    joinNumbers(parts.map((part) => part.forecast[name]));
  const learning = scored.flatMap(({ learningUntil }) => learningUntil ?? []);
  const time = column('time');
  const rows: ScoredRows = {
    time,
    y: column('y'),
    expected: column('expected'),
    bandLower: column('bandLower'),
    bandUpper: column('bandUpper'),
    score: column('score'),
    threshold: column('threshold'),
    size: column('size'),
    usual: column('usual'),
    side: Int8Array.from(scored.flatMap(({ side }) => [...side])),
    branch: Uint8Array.from(scored.flatMap(({ branch }) => [...branch])),
    lingering: Uint8Array.from(
      scored.flatMap(({ lingering, side }) => [...(lingering ?? side.map((value) => Math.abs(value)))]),
    ),
    severityBy: scored.some(({ severityBy }) => severityBy === 'threshold') ? 'threshold' : 'score',
    learningUntil: learning.length === 0 ? null : Math.max(...learning),
  };
  return {
    rows,
    forecast: { time, yhat: forecast('yhat'), yhatLower: forecast('yhatLower'), yhatUpper: forecast('yhatUpper') },
  };
}
