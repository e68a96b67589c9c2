import type { Series } from '../series/series.js';

/** Which values an average takes in. */
export interface MovingAverageOptions {
  /** Length of the window, milliseconds, above 0. */
  readonly windowMs: number;
  /**
   * False: the window ends at each row, so nothing later is known. True: it reaches half its length to each side.
   * Default false.
   */
  readonly isCentered?: boolean;
}

/**
 * The mean of the values in a window that moves along, one for each row. Missing values are left out; NaN where the
 * window holds none. A window that ends at a row holds later than its start, as pandas' `rolling('1h')`; a centered one
 * holds both its bounds.
 * @throws RangeError for a window that is not above 0.
 */
export function movingAverageOf(
  { time, y }: Series,
  { windowMs, isCentered = false }: MovingAverageOptions,
): Float64Array {
  if (!(windowMs > 0)) {
    throw new RangeError(`invalid windowMs: ${windowMs} (expected above 0)`);
  }
  const average = new Float64Array(y.length);
  const ahead = isCentered ? windowMs / 2 : 0;
  const sum = new RunningSum();
  let first = 0;
  let end = 0;
  for (let row = 0; row < y.length; row++) {
    for (; end < y.length && time[end] <= time[row] + ahead; end++) {
      sum.add(y[end], 1);
    }
    const isOver = isCentered ? (t: number) => t < time[row] - ahead : (t: number) => t <= time[row] - windowMs;
    for (; first < end && isOver(time[first]); first++) {
      sum.add(y[first], -1);
    }
    average[row] = sum.mean();
  }
  return average;
}

// Adding and taking away leaves rounding errors behind; compensated as Neumaier (1974), they stay below what shows.
class RunningSum {
  private sum = 0;
  private compensation = 0;
  private count = 0;

  add(value: number, sign: 1 | -1): void {
    if (!Number.isFinite(value)) {
      return;
    }
    const term = sign * value;
    const next = this.sum + term;
    this.compensation += Math.abs(this.sum) >= Math.abs(term) ? this.sum - next + term : term - next + this.sum;
    this.sum = next;
    this.count += sign;
  }

  mean(): number {
    return this.count === 0 ? NaN : (this.sum + this.compensation) / this.count;
  }
}
