import { textUtil } from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';
import { type IncidentAnswer, textFingerprint } from 'foreband-engine';

import type { AnnotationApi, StoredAnnotation } from '../annotations/annotationApi';
import { FOREBAND_TAG, handlingIn, withHandling } from '../annotations/annotationTags';

/** Whose incidents are answered for. */
export interface AnswerPlace {
  /** Uid of the dashboard; empty where there is none. */
  readonly dashboard: string;
  readonly panelId: number;
  /** Name of the series. */
  readonly series: string;
}

const SERIES = 'foreband-evaluation:';

/** The tag by which the answers about a series are found. */
function seriesTag({ series }: AnswerPlace): string {
  return `${SERIES}${textFingerprint(series)}`;
}

function find(api: AnnotationApi, place: AnswerPlace, { start, end }: TimeSpan): Promise<StoredAnnotation[]> {
  const { dashboard, panelId } = place;
  return api.find({ dashboard, panelId, tag: seriesTag(place), from: start, to: end });
}

/**
 * Answers about a series within a stretch of time.
 * @throws what the api throws.
 */
export async function readAnswers(api: AnnotationApi, place: AnswerPlace, span: TimeSpan): Promise<IncidentAnswer[]> {
  const found = await find(api, place, span);
  return found.flatMap(({ time, timeEnd, tags }) => {
    const { isReal } = handlingIn(tags);
    return isReal === undefined ? [] : [{ start: time, end: timeEnd, isReal }];
  });
}

/**
 * Stores an answer as an annotation; one about the same incident takes the place of an earlier one.
 * @throws what the api throws.
 */
export async function writeAnswer(api: AnnotationApi, place: AnswerPlace, answer: IncidentAnswer): Promise<void> {
  const { start, end, isReal } = answer;
  const [known] = (await find(api, place, answer)).sort((left, right) => left.id - right.id);
  if (known !== undefined) {
    await api.change(known.id, { tags: withHandling(known.tags, { isReal }) });
    return;
  }
  const { dashboard, panelId, series } = place;
  const text = textUtil.escapeHtml(`Evaluation: ${isReal ? 'a real incident' : 'a false alarm'}\n${series}`);
  const tags = withHandling([FOREBAND_TAG, seriesTag(place)], { isReal });
  await api.create({ dashboard, panelId, time: start, timeEnd: end, tags, text });
}
