import type { DataFrame } from '@grafana/data';
import type { LabeledSpan } from 'foreband-detector';

/** An annotation as far as it can mark an anomaly. */
export interface TaggedAnnotation {
  /** Epoch ms. */
  readonly time: number;
  /** Epoch ms; missing, 0 or equal to `time` for a moment. */
  readonly timeEnd?: number;
  readonly tags: readonly string[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readTags(value: unknown): string[] {
  const tags: readonly unknown[] = Array.isArray(value) ? value : [];
  return tags.filter((tag): tag is string => typeof tag === 'string');
}

/** The annotations in an answer of `/api/annotations`; whatever is none is left out. */
export function annotationsInAnswer(answer: unknown): TaggedAnnotation[] {
  const all: readonly unknown[] = Array.isArray(answer) ? answer : [];
  return all.filter(isRecord).flatMap(({ time, timeEnd, tags }) => {
    const end = typeof timeEnd === 'number' ? timeEnd : undefined;
    return typeof time === 'number' ? [{ time, timeEnd: end, tags: readTags(tags) }] : [];
  });
}

/** The annotations in a panel's data: one frame for each of the dashboard's sources. */
export function annotationsInFrames(frames: readonly DataFrame[] | undefined): TaggedAnnotation[] {
  return (frames ?? []).flatMap((frame) => {
    const column = (name: string): readonly unknown[] =>
      frame.fields.find((field) => field.name === name)?.values ?? [];
    const [time, timeEnd, tags] = [column('time'), column('timeEnd'), column('tags')];
    return annotationsInAnswer(time.map((at, row) => ({ time: at, timeEnd: timeEnd[row], tags: tags[row] })));
  });
}

/** Begins the tags that Foreband itself puts on annotations; none of them is a kind. */
const OWN = /^foreband/;

/** Somebody has said that this was no anomaly. */
const FALSE_ALARM = 'foreband-label:false';

/**
 * The stretches that annotations with all of these tags mark, but for those labeled as false alarms. A moment stands
 * for the step before and after it, since hardly any sample was taken at that very millisecond. Another tag that is not
 * Foreband's, if there is one, is the kind.
 */
export function taggedSpans(
  annotations: readonly TaggedAnnotation[],
  tags: readonly string[],
  stepMs: number,
): LabeledSpan[] {
  const wanted = new Set(tags);
  return annotations
    .filter((annotation) => tags.every((tag) => annotation.tags.includes(tag)))
    .filter((annotation) => !annotation.tags.includes(FALSE_ALARM) || wanted.has(FALSE_ALARM))
    .map(({ time, timeEnd, tags: own }) => {
      const kind = own.find((tag) => !wanted.has(tag) && !OWN.test(tag)) ?? tags.join(', ');
      const isMoment = timeEnd === undefined || timeEnd <= time;
      return isMoment ? { start: time - stepMs, end: time + stepMs, kind } : { start: time, end: timeEnd, kind };
    });
}
