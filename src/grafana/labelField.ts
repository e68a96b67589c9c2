import { FieldType, getFieldDisplayName, type DataFrame, type Field, type Labels } from '@grafana/data';
import { labelsFromColumn, type LabeledSpan, type TimeSpan } from 'foreband-detector';

import { numbersFromColumn } from './columns';
import type { QueriedSeries } from './seriesFromFrames';

/** A field of labels: the marked stretches, and from when to when it says anything. */
export interface FieldLabels {
  readonly spans: readonly LabeledSpan[];
  readonly known: TimeSpan;
}

function labelOf(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') {
    return value;
  }
  return value === true ? 1 : '';
}

function hasName(field: Field, frame: DataFrame, frames: readonly DataFrame[], name: string): boolean {
  return field.name === name || frame.name === name || getFieldDisplayName(field, frame, [...frames]) === name;
}

/** How many labels two series share; -1 where one contradicts the other. */
function agreement(one: Labels, other: Labels): number {
  const shared = Object.keys(one).filter((key) => key !== '__name__' && key in other);
  return shared.every((key) => one[key] === other[key]) ? shared.length : -1;
}

interface Candidate {
  readonly field: Field;
  readonly timeField: Field;
  /** Higher is closer: a field of the series' own frame, then one with the same labels. */
  readonly closeness: number;
}

function candidates(frames: readonly DataFrame[], queried: QueriedSeries, name: string): Candidate[] {
  return frames.flatMap((frame) => {
    const timeField = frame.fields.find(({ type }) => type === FieldType.time);
    const named = frame.fields.filter(
      (field) => field !== timeField && field !== queried.valueField && hasName(field, frame, frames, name),
    );
    return named.flatMap((field) => {
      const closeness =
        frame === queried.frame ? Infinity : agreement(field.labels ?? {}, { ...queried.series.labels });
      return timeField === undefined || closeness < 0 ? [] : [{ field, timeField, closeness }];
    });
  });
}

/**
 * The labels of a series: from a field of this name in its own frame, else from a series of this name, the one whose
 * labels agree most. Numbers other than 0, `true`, and texts other than nothing or a "no" mark their row; see
 * `labelsFromColumn`. Undefined where there is no such field.
 */
export function fieldLabels(
  frames: readonly DataFrame[],
  queried: QueriedSeries,
  name: string,
): FieldLabels | undefined {
  const [closest] = candidates(frames, queried, name).sort((left, right) => right.closeness - left.closeness);
  if (closest === undefined || closest.field.values.length === 0) {
    return undefined;
  }
  const time = numbersFromColumn(closest.timeField.values);
  const order = [...time.keys()].sort((left, right) => time[left] - time[right]);
  const values: readonly unknown[] = closest.field.values;
  const sorted = Float64Array.from(order, (row) => time[row]);
  const { events } = labelsFromColumn(
    sorted,
    order.map((row) => labelOf(values[row])),
  );
  return { spans: events, known: { start: sorted[0], end: sorted[sorted.length - 1] } };
}
