import type { DataFrame } from '@grafana/data';

/** A dashboard annotation: a moment, or a region where `end` is later than `start`. */
export interface AnnotationMark {
  /** Epoch ms. */
  readonly start: number;
  /** Epoch ms; equals `start` for a moment. */
  readonly end: number;
  /** A CSS color, or the name of one of Grafana's colors; empty for the default. */
  readonly color: string;
  /** Title and text, as plain text. */
  readonly text: string;
}

function columnReader(frame: DataFrame): (name: string, row: number) => unknown {
  const columns = new Map(frame.fields.map((field) => [field.name, field.values]));
  return (name, row): unknown => columns.get(name)?.[row];
}

// Annotation texts may hold markup; only their words are shown.
function plainText(...parts: readonly unknown[]): string {
  return parts
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .map((part) =>
      part
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .join(': ');
}

/** The annotations of a panel's data, as Grafana hands them over: one frame per source with one row per annotation. */
export function annotationMarks(frames: readonly DataFrame[] | undefined): AnnotationMark[] {
  return (frames ?? []).flatMap((frame) => {
    const read = columnReader(frame);
    return Array.from({ length: frame.length }, (_, row) => {
      const start = Number(read('time', row));
      const end = Number(read('timeEnd', row) ?? start);
      const color = read('color', row);
      return {
        start,
        end: Number.isFinite(end) && end > start ? end : start,
        color: typeof color === 'string' ? color : '',
        text: plainText(read('title', row), read('text', row)),
      };
    }).filter(({ start }) => Number.isFinite(start));
  });
}
