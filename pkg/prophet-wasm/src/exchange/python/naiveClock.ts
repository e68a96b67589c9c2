import { civilClock, type CivilClock } from '../../features/civilClock.js';
import { keepsPace } from '../../features/keepsPace.js';
import { cannotWrite } from './refusals.js';

/**
 * Python's dates are naive: what the clock on the wall shows, as if it were UTC.
 * @param first Epoch milliseconds of the first and the last date of a history.
 * @throws RangeError where the clock jumps between them (naive dates would not be as far apart as the times), or might
 * within more than a hundred years.
 */
export function naiveClock(timeZone: string, first: number, last: number): CivilClock {
  if (!keepsPace([first, last], timeZone)) {
    throw cannotWrite(
      'options.timeZone',
      timeZone,
      'its clock is changed within the history, and dates in Python are naive; fit in a zone without, such as UTC or Etc/GMT-1',
    );
  }
  const offset = civilClock(timeZone)(first) - first;
  return (time) => time + offset;
}
