import { invalid } from '../invalid.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';

/** Rows of a history by their place. */
export interface TimedRows {
  readonly count: number;
  /** Epoch milliseconds of the row, ascending. */
  readonly timeAt: (row: number) => number;
}

/**
 * The times at which the rate may change, in epoch milliseconds, ascending; empty for none. Automatic ones stand at
 * rows spread evenly over the first `changepointRange` of the rows (Prophet places them by row, so gaps shift them).
 * @throws RangeError for an explicit changepoint outside the history.
 */
export function placeChangepoints({ count: n, timeAt }: TimedRows, options: ResolvedOptions): number[] {
  const { changepoints, nChangepoints, changepointRange } = options;
  if (changepoints !== null) {
    checkWithin(changepoints, timeAt(0), timeAt(n - 1));
    return [...changepoints];
  }
  const nRows = Math.floor(n * changepointRange);
  const count = Math.max(Math.min(nChangepoints, nRows - 1), 0);
  const step = (nRows - 1) / count;
  return Array.from({ length: count }, (_, i) => timeAt(i + 1 === count ? nRows - 1 : roundHalfEven((i + 1) * step)));
}

function checkWithin(changepoints: readonly number[], start: number, end: number): void {
  for (const changepoint of changepoints) {
    if (changepoint < start || changepoint > end) {
      throw invalid('changepoint', changepoint, `a time of the history, from ${start} to ${end}`);
    }
  }
}

/** As numpy rounds: 2.5 to 2, 3.5 to 4. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const part = value - below;
  if (part === 0.5) {
    return below % 2 === 0 ? below : below + 1;
  }
  return part < 0.5 ? below : below + 1;
}
