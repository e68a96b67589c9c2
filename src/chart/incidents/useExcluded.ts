import { useMemo } from 'react';
import type { TimeRange } from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';
import { excludedSpans, type ExclusionSettings } from 'foreband-engine';

import { useStable } from '../../training/useStable';

const NONE: readonly TimeSpan[] = [];

/** What is excluded in a time range: dated exclusions, and windows of maintenance. */
export function useExcluded(settings: ExclusionSettings | undefined, { from, to }: TimeRange): readonly TimeSpan[] {
  const { exclusions, maintenance, timeZone } = settings ?? {};
  const [start, end] = [from.valueOf(), to.valueOf()];
  const spans = useMemo(() => {
    const isKnown = exclusions !== undefined && maintenance !== undefined && timeZone !== undefined;
    return isKnown ? excludedSpans({ exclusions, maintenance, timeZone }, { start, end }) : NONE;
  }, [exclusions, maintenance, timeZone, start, end]);
  return useStable(spans, JSON.stringify(spans));
}
