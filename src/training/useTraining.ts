import { useEffect, useMemo, useState } from 'react';
import { LoadingState, type PanelData } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { TimeSpan } from 'foreband-detector';

import { findSource } from './rerun';
import { rerunParts } from './rerunParts';
import type { Training } from './trainingAnswer';
import { TrainingStore } from './TrainingStore';

/** What the panel needs for the series that bring no training along. */
export interface TrainingNeed {
  readonly data: PanelData;
  /** The training window joined with the visible range, bounds on multiples of the step. */
  readonly span: TimeSpan;
  readonly stepMs: number;
}

// One store for all panels of the page: two panels with the same query, or one that is opened in the editor, share it.
const store = new TrainingStore(findSource);

function isPublicDashboard(): boolean {
  return typeof config.publicDashboardAccessToken === 'string' && config.publicDashboardAccessToken !== '';
}

function isCancelled(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Keeps the panel's own training data up to date; asks nothing while `need` is undefined. */
export function useTraining(need: TrainingNeed | undefined, of: TrainingStore = store): Training {
  const [training, setTraining] = useState<Training>({ kind: 'asking' });
  const isNeeded = need !== undefined;
  const request = need?.data.request;
  const isStreaming = need?.data.state === LoadingState.Streaming;
  const plan = useMemo(
    () => (isNeeded ? rerunParts(request, { isStreaming, isPublicDashboard: isPublicDashboard() }) : undefined),
    [isNeeded, request, isStreaming],
  );
  const start = need?.span.start ?? 0;
  const end = need?.span.end ?? 0;
  const stepMs = need?.stepMs ?? 0;
  // Lasts as long as the panel, so that a refresh neither cancels nor repeats what is under way for the same query.
  const [asker] = useState<object>(() => ({}));
  useEffect(() => () => of.leave(asker), [of, asker]);
  useEffect(() => {
    if (plan?.kind !== 'parts' || request === undefined || stepMs === 0) {
      of.leave(asker);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const wanted = { request, parts: plan.parts, span: { start, end }, stepMs };
    const run = async () => {
      const { key, found } = await of.prepare(wanted);
      if (isCancelled(signal)) {
        return;
      }
      const known = of.known(key);
      setTraining(known === undefined ? { kind: 'asking' } : { kind: 'ready', answer: known });
      const answer = await of.complete(key, found, wanted, asker);
      if (!isCancelled(signal)) {
        setTraining({ kind: 'ready', answer });
      }
    };
    run().catch((error: unknown) => {
      if (!isCancelled(signal)) {
        setTraining({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    });
    return () => controller.abort();
  }, [of, asker, plan, request, start, end, stepMs]);
  return useMemo(() => {
    if (plan === undefined) {
      return { kind: 'notNeeded' };
    }
    return plan.kind === 'impossible' ? { kind: 'visibleOnly', reason: plan.reason } : training;
  }, [plan, training]);
}
