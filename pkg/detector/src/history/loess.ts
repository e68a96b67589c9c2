/** How a curve is smoothed by local straight lines. */
export interface LoessOptions {
  /**
   * How many neighbors a line is fitted to: a whole number, 3 or more; more than there are values makes it smoother
   * still.
   */
  readonly window: number;
  /** A line is fitted at every so many values, and straight lines join them: a whole number, 1 or more. */
  readonly jump: number;
  /** Weights of the values, 0 or more, one for each; null for equal ones. */
  readonly weights: Float64Array | null;
}

/**
 * Smooths equally spaced values by locally weighted straight lines (loess; Cleveland 1979), as in the appendix of
 * Cleveland et al. (1990), "STL: A Seasonal-Trend Decomposition Procedure Based on Loess". A value whose neighbors all
 * have weight 0 stays as it is.
 */
export function smoothByLoess(y: Float64Array, options: LoessOptions): Float64Array {
  const n = y.length;
  const smooth = new Float64Array(n);
  if (n < 2) {
    smooth.set(y);
    return smooth;
  }
  const jump = Math.min(options.jump, n - 1);
  let before = 0;
  for (let at = 0; at < n; at += jump) {
    smooth[at] = fitOr(y, at, options, y[at]);
    joinByLine(smooth, before, at);
    before = at;
  }
  if (before < n - 1) {
    // The last value gets the neighbors of the last line before it, as the original procedure does.
    const { from, to } = neighborsOf(before, n, options);
    const last = fitLineAt(y, n - 1, from, to, options);
    smooth[n - 1] = Number.isNaN(last) ? y[n - 1] : last;
    joinByLine(smooth, before, n - 1);
  }
  return smooth;
}

/**
 * The value of one local line.
 * @param at where, in rows; may lie outside the values.
 * @param from first row of the neighbors.
 * @param to last row of the neighbors.
 * @returns NaN where all neighbors have weight 0.
 */
export function fitLineAt(
  y: Float64Array,
  at: number,
  from: number,
  to: number,
  { window, weights }: LoessOptions,
): number {
  const extra = window > y.length ? Math.floor((window - y.length) / 2) : 0;
  const reach = Math.max(at - from, to - at) + extra;
  let sum = 0;
  let sumX = 0;
  let sumXX = 0;
  let sumY = 0;
  let sumXY = 0;
  for (let row = from; row <= to; row++) {
    const weight = tricube(Math.abs(row - at), reach) * (weights === null ? 1 : weights[row]);
    const x = row - at;
    sum += weight;
    sumX += weight * x;
    sumXX += weight * x * x;
    sumY += weight * y[row];
    sumXY += weight * x * y[row];
  }
  if (!(sum > 0)) {
    return NaN;
  }
  const center = sumX / sum;
  const spread = sumXX / sum - center * center;
  const level = sumY / sum;
  // Neighbors too close together carry no slope: the original's bound of a thousandth of the range.
  if (reach <= 0 || !(Math.sqrt(Math.max(0, spread)) > 0.001 * (y.length - 1))) {
    return level;
  }
  const slope = (sumXY / sum - center * level) / spread;
  return level - slope * center;
}

function fitOr(y: Float64Array, at: number, options: LoessOptions, fallback: number): number {
  const { from, to } = neighborsOf(at, y.length, options);
  const value = fitLineAt(y, at, from, to, options);
  return Number.isNaN(value) ? fallback : value;
}

function neighborsOf(at: number, n: number, { window }: LoessOptions): { readonly from: number; readonly to: number } {
  if (window >= n) {
    return { from: 0, to: n - 1 };
  }
  const from = Math.min(Math.max(0, at - ((window - 1) >> 1)), n - window);
  return { from, to: from + window - 1 };
}

function tricube(distance: number, reach: number): number {
  if (distance > 0.999 * reach) {
    return 0;
  }
  return distance <= 0.001 * reach ? 1 : cube(1 - cube(distance / reach));
}

// Products: Math.pow costs more than everything else here together.
function cube(value: number): number {
  return value * value * value;
}

function joinByLine(values: Float64Array, from: number, to: number): void {
  for (let row = from + 1; row < to; row++) {
    values[row] = values[from] + ((values[to] - values[from]) * (row - from)) / (to - from);
  }
}
