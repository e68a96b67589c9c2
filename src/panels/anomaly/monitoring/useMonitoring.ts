import { useEffect, useMemo, useRef, useState } from 'react';
import { CoreApp } from '@grafana/data';
import { usePanelContext } from '@grafana/ui';
import {
  type LogEntry,
  type Note,
  pageWatches,
  statusEntry,
  troubleEntries,
  type Watch,
  type WatchingPanel,
} from 'foreband-engine';

import type { PanelModel } from '../../../chart/model/panelModel';
import { browserRecorder } from '../../../stores/browserLog';

import { useAnnotating } from './useAnnotating';
import { watchedSeries } from './watchedSeries';

// While a slider is dragged, and while parts of an answer still arrive, nothing is settled.
const SETTLED_MS = 1000;

const NO_NOTES: readonly Note[] = [];

/** In Explore and in the editor somebody tries things out; that is no monitoring. */
function isMonitored(app: CoreApp | string | undefined): boolean {
  return app !== CoreApp.Explore && app !== CoreApp.PanelEditor;
}

function useWatch(panel: WatchingPanel, isActive: boolean) {
  const watch = useRef<Watch | undefined>(undefined);
  const place = `${panel.dashboard} ${panel.panelId}`;
  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    watch.current = pageWatches.enter(place);
    return () => {
      watch.current = undefined;
      pageWatches.leave(place);
    };
  }, [place, isActive]);
  return watch;
}

function useStore(): readonly [problem: string | undefined, record: (entries: readonly LogEntry[]) => void] {
  const [problem, setProblem] = useState<string>();
  const record = useMemo(
    () => (entries: readonly LogEntry[]) =>
      void browserRecorder()
        .record(entries)
        .then((found) => setProblem(found)),
    [],
  );
  return [problem, record];
}

function storeNotes(problem: string | undefined): readonly Note[] {
  return problem === undefined
    ? NO_NOTES
    : [{ severity: 'info', text: `The anomaly log is not stored: the browser refuses its store (${problem}).` }];
}

/**
 * Watches the panel's series while the panel is on a dashboard: what is new goes to the anomaly log and, where the
 * reader wants and may, into annotations.
 * @returns what the reader should know of it.
 */
export function useMonitoring(model: PanelModel, panel: WatchingPanel, writesAnnotations: boolean): readonly Note[] {
  const { app } = usePanelContext();
  const isActive = isMonitored(app);
  const watch = useWatch(panel, isActive);
  const [problem, record] = useStore();
  const { notes: annotationNotes, annotate } = useAnnotating(writesAnnotations && panel.dashboard !== '');
  const troubles = useRef<readonly Note[]>(NO_NOTES);
  const begun = useRef<Watch | undefined>(undefined);
  const { series, notes, isFitting, isStarting } = model;
  const said = notes.map(({ severity, text }) => `${severity} ${text}`).join('\n');
  const latest = useRef({ panel, notes });
  useEffect(() => {
    latest.current = { panel, notes };
  });
  useEffect(() => {
    if (!isActive || isFitting || isStarting) {
      return undefined;
    }
    const timer = setTimeout(() => {
      const current = watch.current;
      const at = Date.now();
      const seeing = watchedSeries(series);
      const { panel: watching, notes: now } = latest.current;
      const hasSomething = seeing.length > 0 || now.some(({ severity }) => severity === 'error');
      if (current === undefined || (begun.current === undefined && !hasSomething)) {
        return;
      }
      const start =
        begun.current === current
          ? []
          : [statusEntry(watching, 'monitoring_started', `Watching ${seeing.length} series.`, current.since)];
      begun.current = current;
      const { entries, anomalies } = current.look(watching, seeing, at);
      record([...start, ...troubleEntries(watching, troubles.current, now, at), ...entries]);
      troubles.current = now;
      annotate(anomalies);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isActive, isFitting, isStarting, series, said, watch, record, annotate]);
  return useMemo(() => [...storeNotes(problem), ...annotationNotes], [problem, annotationNotes]);
}
