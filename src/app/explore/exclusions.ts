import { FieldType, type DataFrame } from '@grafana/data';
import { mergeSpans, type TimeSpan } from 'foreband-detector';

const MINUTE_MS = 60_000;

/** The exclusions with one more stretch, to whole minutes; those that touch become one. */
export function withExclusion(exclusions: readonly TimeSpan[], { start, end }: TimeSpan): readonly TimeSpan[] {
  const whole = { start: Math.floor(start / MINUTE_MS) * MINUTE_MS, end: Math.ceil(end / MINUTE_MS) * MINUTE_MS };
  return mergeSpans([...exclusions, whole]);
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
        exclusions.map(() => 'excluded from training'),
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
