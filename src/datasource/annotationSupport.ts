import type { AnnotationEvent, AnnotationQuery, AnnotationSupport, DataFrame } from '@grafana/data';
import { of } from 'rxjs';

import { migrateQuery } from './migrateQuery';
import { isRunnable, ANNOTATION_QUERY_TYPE, defaultQuery, type ForebandQuery } from './query';

type Row = Readonly<Record<string, unknown>>;

function rowsOf(frame: DataFrame): Row[] {
  return Array.from({ length: frame.length }, (_, row) =>
    Object.fromEntries(frame.fields.map(({ name, values }): [string, unknown] => [name, values[row]])),
  );
}

function rounded(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(3))) : '?';
}

function toEvent(row: Row): AnnotationEvent[] {
  const { start, end, series, direction, severity } = row;
  if (typeof start !== 'number' || typeof end !== 'number') {
    return [];
  }
  const text = `${rounded(row.peak_value)} where ${rounded(row.expected)} was expected, score ${rounded(row.score)}`;
  return [
    {
      time: start,
      timeEnd: end,
      isRegion: end > start,
      title: `${String(series)} ${String(direction)} the band (${String(severity)})`,
      text,
      tags: [severity, direction].filter((tag) => typeof tag === 'string'),
    },
  ];
}

/** The rows of tables of anomalies as events: a region from the first to the last point of each. */
export function anomalyEvents(frames: readonly DataFrame[]): AnnotationEvent[] {
  return frames.flatMap(rowsOf).flatMap(toEvent);
}

/** The query behind an annotation, always answered as a table of anomalies; undefined where it says too little. */
export function annotationQueryOf({
  target,
}: Pick<AnnotationQuery<ForebandQuery>, 'target'>): ForebandQuery | undefined {
  const query = migrateQuery({ refId: 'Anno', ...target });
  return isRunnable(query) ? { ...query, output: 'anomalies', queryType: ANNOTATION_QUERY_TYPE } : undefined;
}

/** Anomalies as region annotations on any panel of the dashboard. Simulated ones never become annotations. */
export function createAnnotationSupport(): AnnotationSupport<ForebandQuery> {
  return {
    prepareQuery: (annotation) => annotationQueryOf(annotation),
    processEvents: (_annotation, frames) => of(anomalyEvents(frames)),
    getDefaultQuery: () => ({ ...defaultQuery, output: 'anomalies' }),
  };
}
