import type { Series } from 'foreband-detector';

import type { CalendarRows } from '../calendar/calendar.js';
import type { ExclusionSettings } from '../exclusions/excludedSpans.js';
import { firstRowFrom } from '../series/rowAt.js';

import { fitRows, type FitRows } from './fitRows.js';

/** The rows a model is fitted to, and what the reader should know about the choice. */
export interface History extends FitRows {
  readonly remark?: string;
}

const DAY_MS = 86_400_000;

function concat(left: Float64Array, right: Float64Array): Float64Array {
  const joined = new Float64Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}

function spanMs({ time }: FitRows): number {
  return time.length === 0 ? 0 : time[time.length - 1] - time[0];
}

/** The rows to fit, and the visible ones after them. */
function withRecent({ time, y }: FitRows, visible: Series): Series {
  const after = time.length === 0 ? 0 : firstRowFrom(visible.time, time[time.length - 1] + 1);
  return { ...visible, time: concat(time, visible.time.subarray(after)), y: concat(y, visible.y.subarray(after)) };
}

/**
 * The training rows without gaps and excluded stretches. With less than a day of them, as on the first day of a new
 * target, the visible rows that follow are part of the history as well: a band that moves is worth more than none.
 * @param calendar as for `fitRows`.
 */
export function chooseHistory(
  training: Series,
  visible: Series,
  settings: ExclusionSettings,
  calendar?: CalendarRows,
): History {
  const history = fitRows(training, settings, calendar);
  if (spanMs(history) >= DAY_MS) {
    return history;
  }
  const longer = fitRows(withRecent(history, visible), settings, calendar);
  return longer.time.length === history.time.length
    ? history
    : {
        ...longer,
        remark:
          'Less than a day of history before the training window ends: fitted to the visible samples as well, so scores move as data arrives.',
      };
}
