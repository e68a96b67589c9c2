import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { Anomaly } from 'foreband-detector';

import type { DetectedSeries } from 'foreband-engine';

interface Row {
  readonly series: string;
  readonly anomaly: Anomaly;
}

function column<T>(
  name: string,
  type: FieldType,
  rows: readonly Row[],
  read: (row: Row) => T,
  unit?: string,
): Field<T> {
  return { name, type, config: unit === undefined ? {} : { unit }, values: rows.map(read) };
}

function newestFirst(left: Row, right: Row): number {
  return right.anomaly.start - left.anomaly.start;
}

/** One row an incident, newest first: `start, end, series, direction, peak_value, expected, score, severity`. */
export function anomalyTableFrame(
  detected: readonly DetectedSeries[],
  options: { readonly refId: string; readonly unit?: string },
): DataFrame {
  const { refId, unit } = options;
  const rows = detected
    .flatMap(({ series, detection }) => detection.incidents.map((anomaly) => ({ series: series.name, anomaly })))
    .sort(newestFirst);
  return {
    refId,
    name: 'Anomalies',
    meta: { preferredVisualisationType: 'table' },
    fields: [
      column('start', FieldType.time, rows, ({ anomaly }) => anomaly.start),
      column('end', FieldType.time, rows, ({ anomaly }) => anomaly.end),
      column('series', FieldType.string, rows, ({ series }) => series),
      column('direction', FieldType.string, rows, ({ anomaly }) => anomaly.direction),
      column('peak_value', FieldType.number, rows, ({ anomaly }) => anomaly.peakValue, unit),
      column('expected', FieldType.number, rows, ({ anomaly }) => anomaly.expected, unit),
      column('score', FieldType.number, rows, ({ anomaly }) => anomaly.peakScore),
      column('severity', FieldType.string, rows, ({ anomaly }) => anomaly.severity),
    ],
    length: rows.length,
  };
}
