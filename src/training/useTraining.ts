import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { LoadingState, type PanelData } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { TimeSpan } from 'foreband-detector';

import { pageReader } from './pageReader';
import { rerunParts } from './rerunParts';
import type { Training } from './trainingAnswer';
import { TrainingObserver } from './TrainingObserver';
import type { TrainingReader } from './TrainingReader';

/** The panel's needs for series that bring no training along. */
export interface TrainingNeed {
  readonly data: PanelData;
  /** The training window joined with the visible range, bounds on multiples of the step. */
  readonly span: TimeSpan;
  readonly stepMs: number;
}

function isPublicDashboard(): boolean {
  return typeof config.publicDashboardAccessToken === 'string' && config.publicDashboardAccessToken !== '';
}

/** Keeps the panel's own training data up to date; asks nothing while `need` is undefined. */
export function useTraining(need: TrainingNeed | undefined, reader: TrainingReader = pageReader): Training {
  const [observer] = useState(() => new TrainingObserver(reader));
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
  useEffect(() => {
    if (plan?.kind === 'parts' && request !== undefined && stepMs > 0) {
      observer.want({ request, parts: plan.parts, span: { start, end }, stepMs });
    } else {
      observer.leave();
    }
  }, [observer, plan, request, start, end, stepMs]);
  useEffect(() => () => observer.leave(), [observer]);
  const training = useSyncExternalStore(observer.subscribe, observer.training);
  return useMemo(() => {
    if (plan === undefined) {
      return { kind: 'notNeeded' };
    }
    return plan.kind === 'impossible' ? { kind: 'visibleOnly', reason: plan.reason } : training;
  }, [plan, training]);
}
