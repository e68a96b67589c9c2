import { dateTimeFormat, type TimeZone } from '@grafana/data';
import { createZoneClock } from 'foreband-detector';

import { timeZoneName } from '../../grafana/timeZoneName';

import type { Axis } from './axis';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const steps = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
  91 * DAY,
  364 * DAY,
];

// 1 January 1970 was a Thursday; weeks begin on Monday.
const FIRST_MONDAY = -3 * DAY;

function stepFor(spanMs: number, nMost: number): number {
  return steps.find((step) => spanMs / step <= nMost) ?? steps[steps.length - 1];
}

/** Ticks at round times of the clock on the reader's wall. */
export function timeTicks([start, end]: readonly [number, number], nMost: number, timeZone: TimeZone): number[] {
  const step = stepFor(end - start, nMost);
  const localTime = createZoneClock(timeZoneName(timeZone));
  const ticks: number[] = [];
  const first = Math.ceil((localTime(start) - FIRST_MONDAY) / step) * step + FIRST_MONDAY;
  for (let local = first; ; local += step) {
    // A second look at the clock where daylight saving time begins or ends between the two.
    const guess = local - (localTime(start) - start);
    const time = local - (localTime(guess) - guess);
    if (time > end || ticks.length > 100) {
      return ticks;
    }
    ticks.push(time);
  }
}

/** A time axis on the reader's clock: hours with their minutes, days with month and day. */
export function timeAxis(domain: readonly [number, number], timeZone: TimeZone): Axis {
  const localTime = createZoneClock(timeZoneName(timeZone));
  const isMidnight = (time: number) => localTime(time) % DAY === 0;
  return {
    domain,
    ticks: (nMost) => timeTicks(domain, nMost, timeZone),
    format: (time) => dateTimeFormat(time, { timeZone, format: isMidnight(time) ? 'MM-DD' : 'HH:mm' }),
  };
}
