import { useEffect, useState } from 'react';
import type { PanelData } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import type { TimeSpan } from 'foreband-detector';

import { annotationsInAnswer, type TaggedAnnotation } from '../grafana/taggedSpans';

/** Annotations asked for by their tags. */
export interface TaggedAnnotations {
  readonly annotations: readonly TaggedAnnotation[];
  /** Whether the answer is still on its way. */
  readonly isWaiting: boolean;
  /** Why Grafana gave none. */
  readonly problem?: string;
}

// Grafana gives a hundred unless told otherwise.
const MOST = 5000;

const NOTHING: TaggedAnnotations = { annotations: [], isWaiting: false };

function problemOf(error: unknown): string {
  const isFetchError = typeof error === 'object' && error !== null && 'data' in error;
  const data: unknown = isFetchError ? error.data : undefined;
  const hasMessage = typeof data === 'object' && data !== null && 'message' in data;
  return hasMessage ? String(data.message) : error instanceof Error ? error.message : 'no answer';
}

/**
 * Grafana's own annotations with all of these tags in a time range that may be longer than the dashboard's. Asked anew with
 * every answer of the panel's query; nothing is asked while `span` is undefined.
 */
export function useTaggedAnnotations(
  span: TimeSpan | undefined,
  tags: readonly string[],
  request: PanelData['request'],
): TaggedAnnotations {
  const [answer, setAnswer] = useState<TaggedAnnotations>({ annotations: [], isWaiting: true });
  const from = span?.start;
  const to = span?.end;
  const wanted = JSON.stringify(tags);
  const askedAt = request?.startTime;
  useEffect(() => {
    if (from === undefined || to === undefined) {
      return undefined;
    }
    let isCurrent = true;
    const show = (next: TaggedAnnotations) => isCurrent && setAnswer(next);
    getBackendSrv()
      .get<unknown>('/api/annotations', { from, to, tags: JSON.parse(wanted) as unknown, limit: MOST }, undefined, {
        showErrorAlert: false,
      })
      .then(
        (found) => show({ annotations: annotationsInAnswer(found), isWaiting: false }),
        (error: unknown) => show({ annotations: [], isWaiting: false, problem: problemOf(error) }),
      );
    return () => {
      isCurrent = false;
    };
  }, [from, to, wanted, askedAt]);
  return span === undefined ? NOTHING : answer;
}
