import { invalid } from '../invalid.js';
import { isRegular } from './cleanHistory.js';
import type { History, RegularHistory, TimedHistory } from './history.js';

// Seconds of the years 2008 to 2065. As milliseconds they are three weeks of January 1970, which hardly any series is from.
const FIRST = 1.2e9;
const LAST = 3e9;
// A week in seconds; ten minutes in milliseconds.
const LONGEST_STEP = 604_800;

/**
 * Refuses times in seconds, whose days would be minutes long.
 * @throws RangeError saying what they look like.
 */
export function checkUnit(history: History): void {
  const hasStep = isRegular(history);
  const [first, last, n] = hasStep ? spanOfRegular(history) : spanOfTimes(history);
  // Nothing has been checked yet: not even that these are numbers.
  if (isIn1970(first) && isIn1970(last) && Math.abs(last - first) < LONGEST_STEP * n) {
    const expected = 'epoch milliseconds; this looks like seconds: multiply times by 1000';
    throw invalid(hasStep ? 'start' : 'time of row 0', first, expected);
  }
}

function spanOfRegular({ start, stepMs, y }: Partial<RegularHistory>): readonly [unknown, unknown, number] {
  const n = y?.length ?? 0;
  return [start, isIn1970(start) ? start + Number(stepMs) * (n - 1) : start, n];
}

function spanOfTimes({ time }: Partial<TimedHistory>): readonly [unknown, unknown, number] {
  const n = time?.length ?? 0;
  return [time?.[0], time?.[n - 1], n];
}

function isIn1970(value: unknown): value is number {
  return typeof value === 'number' && value >= FIRST && value <= LAST;
}
