import { useEffect, useId, useState } from 'react';
import { LoadingState, rangeUtil, type PanelData, type RawTimeRange, type TimeZone } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';

import { runQuery } from '../../../training/rerun';
import { useStable } from '../../../training/useStable';

import { liveRequest } from './liveRequest';
import { queryOf, type AskedSource, type FetchSettings, type Question } from './question';

/** A query with the data source it asks, and the time it is for. */
export interface LiveQuestion {
  readonly source: AskedSource;
  readonly question: Question;
  readonly range: RawTimeRange;
  readonly timeZone: TimeZone;
  readonly settings: FetchSettings;
  /** When the reader asked, epoch ms: another time asks again. */
  readonly askedAt: number;
}

function failed(range: PanelData['timeRange'], error: unknown): PanelData {
  const message = error instanceof Error ? error.message : String(error);
  return { series: [], timeRange: range, state: LoadingState.Error, errors: [{ refId: 'A', message }] };
}

/**
 * The answer of a data source, packet by packet; the one before stays until there is another. Asks nobody while `live`
 * is undefined.
 * @param live may be another object with the same content.
 */
export function useLiveData(live: LiveQuestion | undefined): PanelData | undefined {
  const requestId = useId();
  const [answer, setAnswer] = useState<{ readonly about: string; readonly data: PanelData }>();
  const asked = useStable(live, JSON.stringify(live ?? null));
  const subject = asked === undefined ? '' : JSON.stringify([asked.source, asked.question]);
  useEffect(() => {
    if (asked === undefined) {
      return undefined;
    }
    const { source, question, range: raw, timeZone, settings } = asked;
    const range = rangeUtil.convertRawToRange(raw, timeZone);
    const show = (data: PanelData) => setAnswer({ about: subject, data });
    let stop = () => {};
    let isWanted = true;
    getDataSourceSrv()
      .get(source)
      .then((api) => {
        if (!isWanted) {
          return;
        }
        const target = queryOf(question, source, settings);
        const parts = { requestId, target, range, timeZone, stepMs: settings.stepMs, now: Date.now() };
        const packets = runQuery(api, liveRequest(parts)).subscribe({
          next: show,
          error: (error: unknown) => show(failed(range, error)),
        });
        stop = () => packets.unsubscribe();
      })
      .catch((error: unknown) => isWanted && show(failed(range, error)));
    return () => {
      isWanted = false;
      stop();
    };
  }, [asked, subject, requestId]);
  return asked !== undefined && answer?.about === subject ? answer.data : undefined;
}
