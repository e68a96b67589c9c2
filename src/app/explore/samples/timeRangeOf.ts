import {
  dateMath,
  dateTime,
  dateTimeForTimeZone,
  type DateTime,
  type RawTimeRange,
  type TimeRange,
  type TimeZone,
} from '@grafana/data';

import type { Moment, RangeChoice } from '../address/exploreState';

const rawMoment = (moment: Moment) => (typeof moment === 'number' ? dateTime(moment) : moment);

/** A chosen range as Grafana's components take it. */
export function rawRange({ from, to }: RangeChoice): RawTimeRange {
  return { from: rawMoment(from), to: rawMoment(to) };
}

function momentAt(moment: Moment, isEnd: boolean, now: number, timeZone: TimeZone): DateTime {
  if (typeof moment === 'number') {
    return dateTime(moment);
  }
  const steps = moment.replace(/^now/, '');
  return dateMath.parseDateMath(steps, dateTimeForTimeZone(timeZone, now), isEnd) ?? dateTime(now);
}

/**
 * A chosen range as absolute times at a moment.
 * @param now epoch ms.
 */
export function timeRangeOf(choice: RangeChoice, now: number, timeZone: TimeZone): TimeRange {
  return {
    from: momentAt(choice.from, false, now, timeZone),
    to: momentAt(choice.to, true, now, timeZone),
    raw: rawRange(choice),
  };
}

/** A range as written in an address: relative bounds as they are, others as epoch ms. */
export function choiceOf({ raw, from, to }: TimeRange): RangeChoice {
  return {
    from: typeof raw.from === 'string' ? raw.from : from.valueOf(),
    to: typeof raw.to === 'string' ? raw.to : to.valueOf(),
  };
}
