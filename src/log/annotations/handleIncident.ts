import type { AnomalyEntry } from 'foreband-engine';

import type { AnnotationApi, StoredAnnotation } from './annotationApi';
import { FOREBAND_TAG, handlingIn, idTag, seriesTag, withHandling } from './annotationTags';
import { newAnnotation } from './annotator';
import type { Handling } from './handling';

/**
 * The annotation of an incident among those there are: the one with its own tag, else one of the same series at the same
 * time; undefined where it has none.
 */
function annotationOf(annotations: readonly StoredAnnotation[], entry: AnomalyEntry): StoredAnnotation | undefined {
  const [own, ofSeries] = [idTag(entry), seriesTag(entry.origin)];
  const inOrder = [...annotations].sort((left, right) => left.id - right.id);
  const isOverlapping = ({ time, timeEnd }: StoredAnnotation) => time <= entry.end && timeEnd >= entry.time;
  return (
    inOrder.find(({ tags }) => tags.includes(own)) ??
    inOrder.find((one) => one.tags.includes(ofSeries) && isOverlapping(one))
  );
}

/** Verdicts and actions of people on an incident; undefined where it has no annotation. */
export function handlingOf(annotations: readonly StoredAnnotation[], entry: AnomalyEntry): Handling | undefined {
  const found = annotationOf(annotations, entry);
  return found === undefined ? undefined : handlingIn(found.tags);
}

/**
 * Says or does something about an incident, on its annotation; where it has none, one is written.
 * @throws what the api throws.
 */
export async function handleIncident(api: AnnotationApi, entry: AnomalyEntry, change: Handling): Promise<void> {
  const { dashboard, panelId } = entry.origin;
  // Not what was read before: somebody else may have said something since.
  const asked = await api.find({ dashboard, panelId, tag: FOREBAND_TAG, from: entry.time, to: entry.end });
  const annotation = annotationOf(asked, entry);
  if (annotation === undefined) {
    const written = newAnnotation(entry);
    await api.create({ ...written, tags: withHandling(written.tags, change) });
  } else {
    await api.change(annotation.id, { tags: withHandling(annotation.tags, change) });
  }
}
