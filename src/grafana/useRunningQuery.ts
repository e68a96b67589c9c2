import { useLayoutEffect } from 'react';

declare global {
  interface Window {
    /** How many queries of the page are under way, as `@grafana/scenes` counts them (SceneQueryController). */
    __grafanaRunningQueryCount?: number;
  }
}

function count(change: number): void {
  window.__grafanaRunningQueryCount = (window.__grafanaRunningQueryCount ?? 0) + change;
}

/**
 * Counts work of a panel among the page's running queries, for which Grafana's image renderer waits: what the panel asks
 * for on its own account, and the fit after it. It is counted down when it ends, and when the panel goes away.
 */
export function useRunningQuery(isRunning: boolean): void {
  useLayoutEffect(() => {
    if (!isRunning) {
      return undefined;
    }
    count(1);
    return () => count(-1);
  }, [isRunning]);
}
