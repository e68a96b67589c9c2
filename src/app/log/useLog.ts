import { useCallback, useEffect, useState } from 'react';

import type { LogEntry, LogPart } from 'foreband-engine';
import { browserLog } from '../../stores/browserLog';

/** The state of reading the log. */
export type LogRead =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly entries: readonly LogEntry[] }
  /** The browser refuses its store. */
  | { readonly kind: 'failed'; readonly reason: string };

const EVERY_PART: readonly LogPart[] = ['anomalies', 'system', 'readings', 'hours'];

/**
 * The entries of a range.
 * @param from epoch ms.
 * @param to epoch ms.
 * @param askedAt epoch ms: the log is read anew whenever it changes.
 */
export function useLog(from: number, to: number, askedAt: number): LogRead {
  const [log, setLog] = useState<LogRead>({ kind: 'reading' });
  useEffect(() => {
    let isCurrent = true;
    const show = (next: LogRead) => isCurrent && setLog(next);
    browserLog()
      .read(EVERY_PART, from, to)
      .then(
        (entries) => show({ kind: 'read', entries }),
        (error: unknown) => show({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
      );
    return () => {
      isCurrent = false;
    };
  }, [from, to, askedAt]);
  return log;
}

/** The moment for which the log is shown: it moves when the page comes back into view, and when it is told to. */
export function useMoment(): readonly [now: number, toPresent: () => void] {
  const [now, setNow] = useState(() => Date.now());
  const toPresent = useCallback(() => setNow(Date.now()), []);
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') {
        toPresent();
      }
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [toPresent]);
  return [now, toPresent];
}
