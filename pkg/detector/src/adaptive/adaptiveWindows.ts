import type { AdaptiveParameters } from './adaptiveParameters.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The durations of the score as rows of one step. */
export interface AdaptiveWindows {
  /** The step, milliseconds. */
  readonly stepMs: number;
  readonly hour: number;
  readonly day: number;
  readonly level: number;
  readonly scale: number;
  readonly recurringReach: number;
  readonly sustained: number;
  readonly bias: number;
  readonly comeback: number;
  readonly warmup: number;
  readonly young: number;
  /** Rows after which the threshold is no longer raised for age. */
  readonly start: number;
  /** Whether the step is short enough for unrest and bias. */
  readonly isFine: boolean;
  /** Rows before the first to be scored that are needed, so that its level, unrest and bias are complete. */
  readonly lead: number;
}

/** How many rows a duration comes to: the nearest whole number, at least one. */
export function rowsIn(durationMs: number, stepMs: number): number {
  return Math.max(1, Math.round(durationMs / stepMs));
}

/**
 * The windows for a step.
 * @param stepMs distance of the rows, milliseconds; see `adaptiveStepProblem`.
 * @throws RangeError for a step that does not divide a day.
 */
export function adaptiveWindows(stepMs: number, parameters: AdaptiveParameters): AdaptiveWindows {
  const problem = adaptiveStepProblem(stepMs);
  if (problem !== undefined) {
    throw new RangeError(`invalid stepMs: ${stepMs} (expected whole milliseconds that divide a day)`);
  }
  const rows = (durationMs: number) => rowsIn(durationMs, stepMs);
  const level = rows(parameters.levelMs);
  const sustained = rows(parameters.sustainedMs);
  const bias = rows(parameters.biasMs);
  return {
    stepMs,
    hour: rows(HOUR),
    day: rows(DAY),
    level,
    scale: rows(parameters.scaleMs),
    recurringReach: rows(parameters.recurringReachMs),
    sustained,
    bias,
    comeback: rows(parameters.returnMs),
    warmup: Math.max(rows(parameters.warmupMs), parameters.warmupRows),
    young: rows(parameters.youngMs),
    start: parameters.startMs / stepMs,
    isFine: stepMs <= parameters.longestFineStepMs,
    lead: Math.max(level + sustained - 1, bias - 1),
  };
}

/**
 * Why the adaptive score cannot be used on a step, as a sentence for the reader; undefined where it can. What recurs is
 * compared at the same time of every day, so a whole number of steps must make one.
 * @param stepMs distance of the rows, milliseconds.
 */
export function adaptiveStepProblem(stepMs: number): string | undefined {
  if (Number.isInteger(stepMs) && stepMs > 0 && DAY % stepMs === 0) {
    return undefined;
  }
  return `The adaptive score needs a step that divides a day, such as 5 or 10 minutes; ${stepText(stepMs)} does not, so the classic score is used.`;
}

function stepText(stepMs: number): string {
  return stepMs % 60_000 === 0 ? `${stepMs / 60_000} min` : `${stepMs / 1000} s`;
}
