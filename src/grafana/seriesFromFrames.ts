import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import type { Series } from 'foreband-detector';

import { readCarried } from './carried';
import { numbersFromColumn } from './columns';

/** A series found in a query's answer, with the place it was found at. */
export interface QueriedSeries {
  readonly series: Series;
  readonly refId: string;
  readonly frame: DataFrame;
  readonly timeField: Field;
  readonly valueField: Field;
}

// Of a Foreband frame only the sample itself is a series: the other columns are about it.
function valueFields(frame: DataFrame): Field[] {
  const numeric = frame.fields.filter(({ type }) => type === FieldType.number);
  return readCarried(frame) === undefined ? numeric : numeric.filter(({ name }) => name === 'value');
}

function sortedByTime(time: Float64Array, y: Float64Array): { time: Float64Array; y: Float64Array } {
  const isSorted = time.every((value, row) => row === 0 || value >= time[row - 1]);
  if (isSorted) {
    return { time, y };
  }
  const order = [...time.keys()].sort((left, right) => time[left] - time[right]);
  return { time: Float64Array.from(order, (row) => time[row]), y: Float64Array.from(order, (row) => y[row]) };
}

function seriesOfFrame(frame: DataFrame, frames: readonly DataFrame[]): QueriedSeries[] {
  const timeField = frame.fields.find(({ type }) => type === FieldType.time);
  if (timeField === undefined) {
    return [];
  }
  const time = numbersFromColumn(timeField.values);
  return valueFields(frame).map((valueField) => ({
    series: {
      name: getFieldDisplayName(valueField, frame, [...frames]),
      labels: valueField.labels ?? {},
      ...sortedByTime(time, numbersFromColumn(valueField.values)),
    },
    refId: frame.refId ?? '',
    frame,
    timeField,
    valueField,
  }));
}

/** Every series of a query's answer: each numeric field with a time field beside it. */
export function seriesFromFrames(frames: readonly DataFrame[]): QueriedSeries[] {
  return frames.flatMap((frame) => seriesOfFrame(frame, frames));
}
