import { dateTime, type DataFrame, type TimeRange } from '@grafana/data';

/** The space both contestants draw in, CSS pixels. */
export const SIZE = { width: 1200, height: 500 } as const;

/** The range from the first to the last row. */
export function timeRangeOf(frames: readonly DataFrame[]): TimeRange {
  const time: readonly number[] = frames[0].fields[0].values;
  const [from, to] = [dateTime(time[0]), dateTime(time[time.length - 1])];
  return { from, to, raw: { from, to } };
}
