import { useCallback, useEffect, useState } from 'react';

import type { LogEntry, LogPart } from '../../log/logEvent';
import { browserLog } from '../../log/store/browserLog';

/** What has been read of the log. */
export type LogRead =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly entries: readonly LogEntry[] }
  /** The browser refuses its store. */
  | { readonly kind: 'failed'; readonly reason: string };

/** A read log, and how to read it anew. */
export interface LogReader {
  readonly log: LogRead;
  readonly refresh: () => void;
}

const EVERY_PART: readonly LogPart[] = ['anomalies', 'system', 'readings', 'hours'];

/**
 * The entries of a range, read again when the page comes back into view.
 * @param from epoch ms.
 * @param to epoch ms.
 */
export function useLog(from: number, to: number): LogReader {
  const [log, setLog] = useState<LogRead>({ kind: 'reading' });
  const [nth, setNth] = useState(0);
  const refresh = useCallback(() => setNth((before) => before + 1), []);
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
  }, [from, to, nth]);
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') {
        refresh();
      }
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [refresh]);
  return { log, refresh };
}
