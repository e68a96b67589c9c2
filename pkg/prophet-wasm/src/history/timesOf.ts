import { isRegular } from './cleanHistory.js';
import type { History } from './history.js';

/** The times of a history's rows as given, epoch milliseconds. */
export function timesOf(history: History): ArrayLike<number> {
  return isRegular(history)
    ? Float64Array.from({ length: history.y.length }, (_, i) => history.start + i * history.stepMs)
    : history.time;
}
