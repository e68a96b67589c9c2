import { useCallback, useMemo } from 'react';
import type { WatchingPanel } from 'foreband-engine';

import type { RealSpansOf } from '../../../chart/model/usePanelModel';
import type { StoredAnnotation } from '../../../log/annotations/annotationApi';
import { handlingIn, seriesTag } from '../../../log/annotations/annotationTags';
import { useStable } from '../../../training/useStable';

/** Where people have labeled incidents of a panel's series as real: the same function until they are others. */
export function useRealSpans(
  { dashboard, panelId }: Pick<WatchingPanel, 'dashboard' | 'panelId'>,
  annotations: readonly StoredAnnotation[],
): RealSpansOf {
  const found = useMemo(() => annotations.filter(({ tags }) => handlingIn(tags).isReal === true), [annotations]);
  const real = useStable(found, JSON.stringify(found));
  return useCallback(
    ({ query, name, labels }) => {
      const tag = seriesTag({ dashboard, panelId, query, series: name, labels });
      return real.filter(({ tags }) => tags.includes(tag)).map(({ time, timeEnd }) => ({ start: time, end: timeEnd }));
    },
    [real, dashboard, panelId],
  );
}
