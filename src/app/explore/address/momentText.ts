import { dateMath } from '@grafana/data';

import type { Moment } from './exploreState';

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/;

/** A moment as an address says it: `now-2d`, `2026-01-05T10:00Z`; seconds and their fractions only where there are any. */
export function momentText(moment: Moment): string {
  return typeof moment === 'string' ? moment : new Date(moment).toISOString().replace(/(:00)?\.000Z$/, 'Z');
}

/** Reads a moment: relative, ISO 8601 in UTC, or epoch milliseconds, as Grafana's own links have them; undefined for anything else. */
export function readMoment(text: string): Moment | undefined {
  if (/^\d+$/.test(text)) {
    const time = Number(text);
    return time <= 8.64e15 ? time : undefined;
  }
  if (ISO.test(text)) {
    const time = Date.parse(text);
    return Number.isFinite(time) ? time : undefined;
  }
  return dateMath.isMathString(text) && dateMath.isValid(text) ? text : undefined;
}
