import { useEffect, useMemo, useState } from 'react';
import type { Incident, TimeSpan } from 'foreband-detector';
import { type Engine, joinReplay, replayParts, takeInSlices } from 'foreband-engine';

import { useStable } from '../../training/useStable';
import type { FittedSeries } from '../subject/alertSubject';

import { replaySubject } from './replayedPages';

/** Series beyond which the rest is not replayed: each takes a second or so. */
export const MOST_REPLAYED = 10;

/** The incidents of a replayed series. */
export interface ReplayedSeries {
  readonly fitted: FittedSeries;
  readonly incidents: readonly Incident[];
}

/** How far a replay is: some or all of its series, or why there are none. */
export type ReplayState =
  | {
      readonly kind: 'replayed';
      readonly series: readonly ReplayedSeries[];
      /** How many series there are to replay. */
      readonly total: number;
      readonly span: TimeSpan;
    }
  | { readonly kind: 'failed'; readonly message: string };

const DAY_MS = 86_400_000;

async function replayOne(engine: Engine, fitted: FittedSeries, signal: AbortSignal): Promise<ReplayedSeries> {
  const subject = replaySubject(fitted.detected);
  const parts = await takeInSlices(replayParts(engine, subject), Infinity, { signal });
  return { fitted, incidents: joinReplay(parts, subject.settings).detection.incidents };
}

function hull(series: readonly FittedSeries[]): TimeSpan {
  const spans = series.map(({ detected }) => replaySubject(detected).span);
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

const nothingYet = (total: number): ReplayState => ({
  kind: 'replayed',
  series: [],
  total,
  span: { start: 0, end: 0 },
});

async function replayAll(
  engine: Engine,
  series: readonly FittedSeries[],
  signal: AbortSignal,
  show: (state: ReplayState) => void,
): Promise<void> {
  const span = hull(series);
  let replayed: readonly ReplayedSeries[] = [];
  for (const one of series) {
    replayed = [...replayed, await replayOne(engine, one, signal)];
    show({ kind: 'replayed', series: replayed, total: series.length, span });
  }
}

const identity = ({ key, detected }: FittedSeries) => [
  key,
  detected.settings,
  detected.training.time.length,
  Math.floor((detected.series.time.at(-1) ?? 0) / DAY_MS),
];

/**
 * Replays series day by day, each day with a model of the days before, in slices that leave the page responsive. The same
 * series refreshed within a day are not replayed again.
 */
export function useReplay(engine: Engine | undefined, series: readonly FittedSeries[]): ReplayState {
  const first = useMemo(() => series.slice(0, MOST_REPLAYED), [series]);
  const wanted = useStable(first, JSON.stringify(first.map(identity)));
  const [state, setState] = useState<ReplayState>(() => nothingYet(wanted.length));
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const show = (next: ReplayState) => {
      if (!signal.aborted) {
        setState(next);
      }
    };
    if (engine !== undefined && wanted.length > 0) {
      replayAll(engine, wanted, signal, show).catch((error: unknown) =>
        show({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
      );
    }
    return () => controller.abort();
  }, [engine, wanted]);
  return state;
}
