const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FIRST_MS = 6 * HOUR_MS;
const YOUNG_MS = 3 * DAY_MS;
const WINDOW_MS = 28 * DAY_MS;

/** A fit while time goes by: on rows `windowFrom` to before `row`, used for rows `row` to before `next`. */
export interface FitMoment {
  readonly windowFrom: number;
  readonly row: number;
  readonly next: number;
}

/**
 * When a series is fitted: at every midnight (UTC) on the last 28 days; first after six hours, and every six until three days.
 * @param time of a regular grid, epoch milliseconds.
 * @param from the first row that is scored: fits that end before it are left out.
 */
export function fitMoments(time: Float64Array, from: number): readonly FitMoment[] {
  const begins = (row: number, durationMs: number) =>
    Math.floor(time[row] / durationMs) !== Math.floor(time[row - 1] / durationMs);
  const rows: number[] = [];
  for (let row = 1; row < time.length; row++) {
    const ageMs = time[row] - time[0];
    if (ageMs >= FIRST_MS && (begins(row, DAY_MS) || (ageMs < YOUNG_MS && begins(row, FIRST_MS)))) {
      rows.push(row);
    }
  }
  return rows
    .map((row, place) => ({
      windowFrom: Math.max(0, row - Math.round(WINDOW_MS / (time[1] - time[0]))),
      row,
      next: rows[place + 1] ?? time.length,
    }))
    .filter(({ next }) => next > from);
}
