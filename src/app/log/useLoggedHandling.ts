import { useCallback, useEffect, useState } from 'react';
import { isAnomalyEntry, type LogEntry } from 'foreband-engine';

import type { StoredAnnotation } from '../../log/annotations/annotationApi';
import { FOREBAND_TAG } from '../../log/annotations/annotationTags';
import { grafanaAnnotations } from '../../log/annotations/grafanaAnnotations';
import { handlingOf } from '../../log/annotations/handleIncident';
import type { Handling } from '../../log/annotations/handling';

const NONE: readonly StoredAnnotation[] = [];

/**
 * Verdicts and actions of people on logged anomalies, as the annotations of a time range have them. Where Grafana gives
 * none, nothing is said.
 * @param from epoch ms.
 * @param to epoch ms.
 * @param askedAt epoch ms: the annotations are asked for anew whenever it changes.
 */
export function useLoggedHandling(
  from: number,
  to: number,
  askedAt: number,
): (entry: LogEntry) => Handling | undefined {
  const [annotations, setAnnotations] = useState(NONE);
  useEffect(() => {
    let isCurrent = true;
    grafanaAnnotations.find({ tag: FOREBAND_TAG, from, to }).then(
      (found) => isCurrent && setAnnotations(found),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [from, to, askedAt]);
  return useCallback((entry) => (isAnomalyEntry(entry) ? handlingOf(annotations, entry) : undefined), [annotations]);
}
