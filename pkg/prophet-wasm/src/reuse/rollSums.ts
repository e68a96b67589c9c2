import type { GridInput, GridSums } from '../kernel/fitGrid.js';

/** Facts that do not change while a window moves over a regular series. */
export interface RollingShape {
  /** Rows of the window. */
  readonly n: number;
  /** Row at which each segment starts, closed by n. */
  readonly starts: readonly number[];
  /** Sine and cosine of every harmonic's turn in one row, and at the last row: four numbers a harmonic. */
  readonly waves: Float64Array;
}

/** The shape of a window whose changepoints stand on rows. */
export function rollingShape({ y, stepMs, terms, changepoints }: GridInput): RollingShape {
  const n = y.length;
  const waves = terms.flatMap((term) =>
    Array.from({ length: term.fourierOrder }, (_, i) => {
      const angle = (rows: number) => 2 * Math.PI * (((rows * (i + 1) * stepMs) % term.periodMs) / term.periodMs);
      return [Math.sin(angle(1)), Math.cos(angle(1)), Math.sin(angle(n - 1)), Math.cos(angle(n - 1))];
    }),
  );
  const starts = [0, ...changepoints.map((t) => Math.round(t * (n - 1))), n];
  return { n, starts, waves: Float64Array.from(waves.flat()) };
}

/**
 * The sums of a window one row on, from those of the window so far (`assembly/grid/gridSums.ts`): every segment loses its
 * first row and takes in the next one's; in the window's own time every wave turns back by one row.
 * @param y The rows of the window so far, and the row after it.
 */
export function rollSums(
  { n, starts, waves }: RollingShape,
  { values, center, yMin, yMax }: GridSums,
  y: Float64Array,
): GridSums {
  const rolled = values.slice();
  const nSegments = starts.length - 1;
  for (let j = 0; j < nSegments; j++) {
    const leaving = y[starts[j]] - center;
    const entering = y[starts[j + 1]] - center;
    const level = values[j] - leaving;
    rolled[j] = level + entering;
    rolled[nSegments + j] = values[nSegments + j] - level + (starts[j + 1] - starts[j] - 1) * entering;
  }
  const first = y[0] - center;
  const last = y[n] - center;
  for (let h = 0; 4 * h < waves.length; h++) {
    const at = 2 * (nSegments + h);
    const sine = values[at];
    const cosine = values[at + 1] - first;
    const stepSine = waves[4 * h];
    const stepCosine = waves[4 * h + 1];
    rolled[at] = stepCosine * sine - stepSine * cosine + last * waves[4 * h + 2];
    rolled[at + 1] = stepCosine * cosine + stepSine * sine + last * waves[4 * h + 3];
  }
  rolled[rolled.length - 1] += last * last - first * first;
  return { values: rolled, center, ...rollExtremes(y, n, yMin, yMax) };
}

/** The extremes of the next window; only one that leaves makes anybody look at all rows again. */
function rollExtremes(y: Float64Array, n: number, yMin: number, yMax: number) {
  const [leaving, entering] = [y[0], y[n]];
  if (leaving > yMin && leaving < yMax) {
    return { yMin: Math.min(yMin, entering), yMax: Math.max(yMax, entering) };
  }
  let least = Infinity;
  let most = -Infinity;
  for (let row = 1; row <= n; row++) {
    least = y[row] < least ? y[row] : least;
    most = y[row] > most ? y[row] : most;
  }
  return { yMin: least, yMax: most };
}
