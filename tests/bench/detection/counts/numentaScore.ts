/**
 * The score of the Numenta Anomaly Benchmark, standard profile. Lavin and Ahmad, "Evaluating Real-time Anomaly Detection
 * Algorithms" (2015), in the exact form of NAB 1.1 (github.com/numenta/NAB, `nab/sweeper.py`): an alarm in a window is worth
 * the more the earlier it comes, only the best of a window counts; one outside costs the more the farther it is behind the
 * last window.
 */

/** Labeled rows: `first` to `last`, both inside. */
export interface LabelWindow {
  readonly first: number;
  readonly last: number;
}

/** A series as NAB scores it. */
export interface NumentaCase {
  /** In order, without overlap. */
  readonly windows: readonly LabelWindow[];
  /** Rows with an alarm, ascending. */
  readonly alarms: readonly number[];
  /** Rows before this one are on probation: nothing counts there. */
  readonly evaluatedFrom: number;
}

/** Share of a series in the score of its folder. */
export interface NumentaPart {
  /** In the units of the profile: 1 for a window found at once, -1 for one missed, down to -0.11 for a false alarm. */
  readonly raw: number;
  readonly nWindows: number;
}

const FALSE_ALARM = 0.11;
const MISSED = 1;
/** Windows behind which a false alarm costs all it can. */
const FAR = 3;

const MOST_PROBATION_ROWS = 750;
const PROBATION_SHARE = 0.15;

/** Rows of a series of this length that NAB does not evaluate. */
export function probationRows(nRows: number): number {
  return Math.min(Math.floor(PROBATION_SHARE * nRows), MOST_PROBATION_ROWS);
}

/** Scores the alarms of one series. */
export function numentaPart({ windows, alarms, evaluatedFrom }: NumentaCase): NumentaPart {
  const evaluated = windows.filter(({ last }) => last >= evaluatedFrom);
  const counted = alarms.filter((row) => row >= evaluatedFrom);
  let raw = 0;
  for (const window of evaluated) {
    const found = counted.find((row) => isIn(window, row));
    raw += found === undefined ? -MISSED : hitValue(window, found);
  }
  for (const row of counted.filter((one) => !windows.some((window) => isIn(window, one)))) {
    const before = windows.findLast(({ last }) => last < row);
    raw += FALSE_ALARM * (before === undefined ? -1 : scaledSigmoid(windowsBehind(before, row)));
  }
  return { raw, nWindows: evaluated.length };
}

/**
 * The score of a folder: 0 for silence, 100 for every window found at its first row and nothing else, negative where false
 * alarms cost more than silence. NaN without windows.
 */
export function numentaScore(parts: readonly NumentaPart[]): number {
  const nWindows = parts.reduce((total, part) => total + part.nWindows, 0);
  const raw = parts.reduce((total, part) => total + part.raw, 0);
  return (100 * (raw + MISSED * nWindows)) / ((1 + MISSED) * nWindows);
}

function isIn({ first, last }: LabelWindow, row: number): boolean {
  return row >= first && row <= last;
}

function hitValue({ first, last }: LabelWindow, row: number): number {
  const nRows = last - first + 1;
  return scaledSigmoid(-(last - row + 1) / nRows) / scaledSigmoid(-1);
}

/** A window of one row has no width to count in. */
function windowsBehind({ first, last }: LabelWindow, row: number): number {
  return last === first ? FAR : (row - last) / (last - first);
}

function scaledSigmoid(position: number): number {
  return position >= FAR ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
}
