const DAY_MS = 86_400_000;

/** A cycle that a series can be taken apart by. */
export interface StlPeriod {
  readonly label: 'Day' | 'Week';
  /** Rows of one cycle. */
  readonly rows: number;
}

/** The days and weeks that fit twice into rows on a step, as a decomposition needs them. */
export function stlPeriods(nRows: number, stepMs: number): readonly StlPeriod[] {
  const all = [
    { label: 'Day' as const, rows: DAY_MS / stepMs },
    { label: 'Week' as const, rows: (7 * DAY_MS) / stepMs },
  ];
  return all.filter(({ rows }) => Number.isInteger(rows) && rows >= 2 && nRows >= 2 * rows);
}
