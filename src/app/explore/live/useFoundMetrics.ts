import { useEffect, useState } from 'react';
import type { TimeZone } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';

import type { FoundMetrics } from '../../../settings/metricChoice';

import { findCpuMetrics } from './foundMetrics';

const ASKING: FoundMetrics = { kind: 'asking' };

/** Looks for the CPU metrics of a data source; asks nobody without a uid. */
export function useFoundMetrics(uid: string | undefined, timeZone: TimeZone): FoundMetrics {
  const [answer, setAnswer] = useState<{ readonly uid: string; readonly found: FoundMetrics }>();
  useEffect(() => {
    if (uid === undefined) {
      return undefined;
    }
    let isShown = true;
    const show = (found: FoundMetrics) => {
      if (isShown) {
        setAnswer({ uid, found });
      }
    };
    getDataSourceSrv()
      .get(uid)
      .then((api) => findCpuMetrics(api, Date.now(), timeZone))
      .then(
        (names) => show({ kind: 'found', names }),
        (error: unknown) => show({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
      );
    return () => {
      isShown = false;
    };
  }, [uid, timeZone]);
  return answer?.uid === uid && answer !== undefined ? answer.found : ASKING;
}
