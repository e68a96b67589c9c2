import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PanelData } from '@grafana/data';
import type { AnomalyEntry, WatchingPanel } from 'foreband-engine';

import type { PanelModel } from '../../../chart/model/panelModel';
import type { StoredAnnotation } from '../../../log/annotations/annotationApi';
import { FOREBAND_TAG } from '../../../log/annotations/annotationTags';
import { grafanaAnnotations } from '../../../log/annotations/grafanaAnnotations';
import { handleIncident } from '../../../log/annotations/handleIncident';
import type { Handling } from '../../../log/annotations/handling';

import { withHandling } from './withHandling';

/** Says or does something about an incident, for everybody; fails where Grafana refuses. */
export type Handle = (entry: AnomalyEntry, change: Handling) => Promise<void>;

/** The annotations of a panel's incidents, and the way to change them. */
export interface IncidentAnnotations {
  readonly annotations: readonly StoredAnnotation[];
  readonly handle: Handle;
}

const DAY_MS = 86_400_000;

/** Verdicts on incidents of so long before the visible range still tell which threshold fits. */
const REACH_MS = 90 * DAY_MS;

const NONE: readonly StoredAnnotation[] = [];

/** Those of a panel that nobody asks about. */
export const noIncidentAnnotations: IncidentAnnotations = {
  annotations: NONE,
  handle: () => Promise.reject(new Error('no dashboard: incidents are handled where the panel is on one')),
};

/**
 * The annotations of a panel's incidents, asked for with every answer of its query and after every change made here. Where
 * Grafana gives none, nothing is said of incidents.
 */
export function useIncidentAnnotations(
  { dashboard, panelId }: Pick<WatchingPanel, 'dashboard' | 'panelId'>,
  { timeRange, request }: Pick<PanelData, 'timeRange' | 'request'>,
): IncidentAnnotations {
  const [annotations, setAnnotations] = useState(NONE);
  const [nChanges, setChanges] = useState(0);
  const from = Math.floor(timeRange.from.valueOf() / DAY_MS) * DAY_MS - REACH_MS;
  const to = Math.ceil(timeRange.to.valueOf() / DAY_MS) * DAY_MS;
  const askedAt = request?.startTime;
  useEffect(() => {
    if (dashboard === '') {
      return undefined;
    }
    let isCurrent = true;
    grafanaAnnotations.find({ dashboard, panelId, tag: FOREBAND_TAG, from, to }).then(
      (found) => isCurrent && setAnnotations((before) => (isSame(before, found) ? before : found)),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [dashboard, panelId, from, to, askedAt, nChanges]);
  const handle = useCallback<Handle>(async (entry, change) => {
    await handleIncident(grafanaAnnotations, entry, change);
    setChanges((count) => count + 1);
  }, []);
  return useMemo(() => ({ annotations, handle }), [annotations, handle]);
}

function isSame(before: readonly StoredAnnotation[], found: readonly StoredAnnotation[]): boolean {
  return JSON.stringify(before) === JSON.stringify(found);
}

/** The panel's series, their incidents with what people have said and done about them. */
export function useHandled(
  { dashboard, panelId, title }: WatchingPanel,
  model: PanelModel,
  annotations: readonly StoredAnnotation[],
): PanelModel {
  const series = useMemo(
    () => withHandling({ dashboard, panelId, title }, model.series, annotations),
    [dashboard, panelId, title, model.series, annotations],
  );
  return { ...model, series };
}
