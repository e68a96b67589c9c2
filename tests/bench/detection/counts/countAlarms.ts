/** Alarms at most this far apart are one mistake, */
const MERGED_MS = 3_600_000;
/** which is cut anew after this. */
const CUT_MS = 4 * 3_600_000;

/** Times from `start` to `end`, both inside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Numbers of events, of those that were found, and of false alarms. */
export interface AlarmCounts {
  readonly nEvents: number;
  readonly nFound: number;
  readonly nFalse: number;
}

/**
 * Counts the events in which an alarm lies, and the false alarms: those within an hour are one, which is cut at four hours.
 * @param alarms epoch milliseconds, ascending.
 */
export function countAlarms(alarms: readonly number[], events: readonly Span[]): AlarmCounts {
  const isIn = (alarm: number) => (event: Span) => alarm >= event.start && alarm <= event.end;
  const nFound = events.filter((event) => alarms.some((alarm) => isIn(alarm)(event))).length;
  let [nFalse, start, last] = [0, NaN, NaN];
  for (const alarm of alarms.filter((one) => !events.some(isIn(one)))) {
    if (!(alarm - last <= MERGED_MS && alarm - start < CUT_MS)) {
      nFalse++;
      start = alarm;
    }
    last = alarm;
  }
  return { nEvents: events.length, nFound, nFalse };
}
