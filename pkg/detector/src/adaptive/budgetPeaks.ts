import type { TimeSpan } from '../series/timeSpan.js';

const DAY = 86_400_000;
const WEEK_DAYS = 7;

/** A stretch of rows at or above the threshold without budget, with less than the quiet time between them. */
interface Stretch {
  readonly start: number;
  lastRow: number;
  end: number;
  peak: number;
}

/** The peaks of past incidents, from which the budget is read. */
export class BudgetPeaks {
  private readonly stretches: Stretch[] = [];

  /**
   * @param quietRows an incident goes on over so many rows below the threshold.
   * @param uncounted incidents that overlap one of these spans are not counted: what people have labeled true, and what
   * is excluded.
   */
  constructor(
    private readonly quietRows: number,
    private readonly uncounted: readonly TimeSpan[],
  ) {}

  /** Takes a row whose score has reached the threshold without budget. */
  take(row: number, time: number, score: number): void {
    const last = this.stretches.at(-1);
    if (last === undefined || row - last.lastRow > this.quietRows) {
      this.stretches.push({ start: time, lastRow: row, end: time, peak: score });
      return;
    }
    last.lastRow = row;
    last.end = time;
    last.peak = Math.max(last.peak, score);
  }

  /**
   * The peak that is one too many: with `pagesPerWeek` a week in `knownMs`, the largest that would still page; 0 where
   * there are fewer.
   * @param since incidents that opened before this time are forgotten, epoch milliseconds.
   */
  limit(since: number, knownMs: number, pagesPerWeek: number): number {
    const peaks = this.stretches
      .filter((stretch) => stretch.start >= since && this.isCounted(stretch))
      .map(({ peak }) => peak)
      .sort((one, other) => other - one);
    return peaks[Math.ceil(((knownMs / DAY) * pagesPerWeek) / WEEK_DAYS)] ?? 0;
  }

  private isCounted({ start, end }: Stretch): boolean {
    return !this.uncounted.some((span) => span.start <= end && span.end >= start);
  }
}
