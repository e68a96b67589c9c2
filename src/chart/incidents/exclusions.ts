import { FieldType, type DataFrame } from '@grafana/data';
import { mergeSpans, type TimeSpan } from 'foreband-detector';

const MINUTE_MS = 60_000;

/** A stretch widened to whole minutes, as addresses and editors have them. */
export function wholeMinutes({ start, end }: TimeSpan): TimeSpan {
  return { start: Math.floor(start / MINUTE_MS) * MINUTE_MS, end: Math.ceil(end / MINUTE_MS) * MINUTE_MS };
}

/** The exclusions with one more stretch, to whole minutes; those that touch become one. */
export function withExclusion(exclusions: readonly TimeSpan[], span: TimeSpan): readonly TimeSpan[] {
  return mergeSpans([...exclusions, wholeMinutes(span)]);
}

/** Exclusions as annotations, so that the chart shows where nothing is fitted. */
export function exclusionMarks(exclusions: readonly TimeSpan[], color: string): DataFrame {
  const column = <T>(name: string, type: FieldType, values: T[]) => ({ name, type, config: {}, values });
  return {
    fields: [
      column(
        'time',
        FieldType.time,
        exclusions.map(({ start }) => start),
      ),
      column(
        'timeEnd',
        FieldType.time,
        exclusions.map(({ end }) => end),
      ),
      column(
        'text',
        FieldType.string,
        exclusions.map(() => 'excluded from the fit'),
      ),
      column(
        'color',
        FieldType.string,
        exclusions.map(() => color),
      ),
    ],
    length: exclusions.length,
  };
}
