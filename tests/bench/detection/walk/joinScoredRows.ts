import type { ScoredRows } from 'foreband-detector';

const columns = ['expected', 'bandLower', 'bandUpper', 'score', 'threshold', 'size', 'usual'] as const;

/** Rows scored part by part, as one; rows that no part has are not scored. */
export function joinScoredRows(time: Float64Array, y: Float64Array, parts: readonly ScoredRows[]): ScoredRows {
  const nRows = time.length;
  const column = () => new Float64Array(nRows).fill(NaN);
  const joined = {
    time,
    y,
    expected: column(),
    bandLower: column(),
    bandUpper: column(),
    score: column(),
    threshold: column(),
    side: new Int8Array(nRows),
    branch: new Uint8Array(nRows),
    size: column(),
    usual: column(),
    severityBy: parts.at(0)?.severityBy ?? 'score',
    lingering: new Uint8Array(nRows),
    learningUntil: null,
  } satisfies ScoredRows;
  for (const part of parts) {
    const row = part.time.length === 0 ? nRows : Math.round((part.time[0] - time[0]) / (time[1] - time[0]));
    columns.forEach((name) => joined[name].set(part[name], row));
    joined.side.set(part.side, row);
    joined.branch.set(part.branch, row);
    joined.lingering.set(part.lingering ?? [], row);
  }
  return joined;
}
