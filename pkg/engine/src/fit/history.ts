import type { Series, TimeSpan } from 'foreband-detector';

import { excludedSpans, spanOfRows, type ExclusionSettings } from '../exclusions/excludedSpans.js';

/** The rows a model is fitted to, and what the reader should know about the choice. */
export interface History {
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly remark?: string;
}

const DAY_MS = 86_400_000;

/** Whether a moment (epoch ms) lies in one of the spans, bounds included. */
export function isExcluded(time: number, spans: readonly TimeSpan[]): boolean {
  return spans.some(({ start, end }) => time >= start && time <= end);
}

// A plain loop: thousands of rows times hundreds of series go through here before a first draw.
function usableRows({ time, y }: Series, settings: ExclusionSettings, from: number): History {
  const excluded = excludedSpans(settings, spanOfRows(time));
  let next = 0;
  const usedTime = new Float64Array(time.length);
  const usedY = new Float64Array(time.length);
  let count = 0;
  for (let row = 0; row < time.length; row++) {
    while (next < excluded.length && excluded[next].end < time[row]) {
      next++;
    }
    const isUsed = next === excluded.length || excluded[next].start > time[row];
    if (isUsed && time[row] > from && Number.isFinite(y[row])) {
      usedTime[count] = time[row];
      usedY[count] = y[row];
      count++;
    }
  }
  return { time: usedTime.slice(0, count), y: usedY.slice(0, count) };
}

function concat(left: Float64Array, right: Float64Array): Float64Array {
  const joined = new Float64Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}

function spanMs({ time }: History): number {
  return time.length === 0 ? 0 : time[time.length - 1] - time[0];
}

/**
 * The training rows without gaps and excluded stretches. With less than a day of them, as on the first day of a new
 * target, the visible rows that follow are part of the history as well: a band that moves is worth more than none.
 */
export function chooseHistory(training: Series, visible: Series, settings: ExclusionSettings): History {
  const history = usableRows(training, settings, -Infinity);
  if (spanMs(history) >= DAY_MS) {
    return history;
  }
  const recent = usableRows(visible, settings, history.time.at(-1) ?? -Infinity);
  if (recent.time.length === 0) {
    return history;
  }
  return {
    time: concat(history.time, recent.time),
    y: concat(history.y, recent.y),
    remark:
      'Less than a day of history before the training window ends: fitted to the visible samples as well, so scores move as data arrives.',
  };
}
