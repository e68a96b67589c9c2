import { dateTimeFormat, type TimeZone } from '@grafana/data';

import type { SeasonalityCurve } from 'foreband-engine';
import type { Axis } from '../plot/axis';
import { timeAxis } from '../plot/timeTicks';

const DAY_MS = 86_400_000;

/** The axis of one cycle: hours for a day, days for a week, dates for anything longer. */
export function seasonalityAxis({ time, periodMs }: SeasonalityCurve, timeZone: TimeZone): Axis {
  const domain = [time[0], time[time.length - 1]] as const;
  if (periodMs === 7 * DAY_MS) {
    return {
      domain,
      ticks: (nMost) => {
        const every = nMost < 7 ? 2 : 1;
        return Array.from({ length: Math.ceil(7 / every) }, (_, day) => domain[0] + (day * every + 0.5) * DAY_MS);
      },
      format: (at) => dateTimeFormat(at, { timeZone, format: 'ddd' }),
    };
  }
  if (periodMs <= DAY_MS) {
    return {
      domain,
      ticks: (nMost) => {
        const step = periodMs / (nMost < 4 ? 2 : 4);
        return Array.from({ length: Math.round(periodMs / step) + 1 }, (_, index) => domain[0] + index * step);
      },
      format: (at) => dateTimeFormat(at, { timeZone, format: 'HH:mm' }),
    };
  }
  return timeAxis(domain, timeZone);
}
