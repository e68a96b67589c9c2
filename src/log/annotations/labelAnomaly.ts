import type { AnomalyEntry } from 'foreband-engine';

import type { AnnotationApi, StoredAnnotation } from './annotationApi';
import { idTag, labelIn, withLabel } from './annotationTags';
import { newAnnotation } from './annotator';

async function annotationOf(api: AnnotationApi, entry: AnomalyEntry): Promise<StoredAnnotation | undefined> {
  const { dashboard, panelId } = entry.origin;
  const found = await api.find({ dashboard, panelId, tag: idTag(entry), from: entry.time, to: entry.end });
  return [...found].sort((left, right) => left.id - right.id)[0];
}

/** The label that someone gave an anomaly; undefined without one. */
export async function readLabel(api: AnnotationApi, entry: AnomalyEntry): Promise<boolean | undefined> {
  return labelIn((await annotationOf(api, entry))?.tags ?? []);
}

/** Says whether an anomaly was one, on its annotation; where it has none, one is written. */
export async function labelAnomaly(api: AnnotationApi, entry: AnomalyEntry, isReal: boolean): Promise<void> {
  const known = await annotationOf(api, entry);
  if (known === undefined) {
    const annotation = newAnnotation(entry);
    await api.create({ ...annotation, tags: withLabel(annotation.tags, isReal) });
  } else {
    await api.change(known.id, { tags: withLabel(known.tags, isReal) });
  }
}
