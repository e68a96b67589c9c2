import {
  dateMath,
  dateTime,
  dateTimeFormat,
  rangeUtil,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
} from '@grafana/data';
import { EMPTY, map, merge, type Observable } from 'rxjs';

import { info, warning } from '../../grafana/notices';

import { answerRequest, isWatched, scopeOf, type RequestHost } from '../answer/answerRequest';
import { withNotice } from '../answer/frames';
import { migrateQuery } from '../migrateQuery';
import { isRunnable, type ForebandQuery, type LiveMode } from '../query';

import type { LiveClock } from './clock';
import { LiveSession } from './liveSession';
import { streamQuery } from './streamQuery';

/** The means of the data source that live queries need. */
export interface LiveRequestHost extends RequestHost {
  readonly clock: LiveClock;
  readonly scrapeIntervalMs: number;
}

type Request = DataQueryRequest<ForebandQuery>;
type LiveQuery = ForebandQuery & { readonly live: LiveMode };

const FIXED_RANGE_TEXT =
  'Live mode follows relative ranges, such as the last 6 hours. This one is absolute, so it is not updated.';

function isLive(query: ForebandQuery): query is LiveQuery {
  return query.live !== undefined && query.hide !== true && isRunnable(query);
}

function isMoving({ range: { raw } }: Request): boolean {
  return rangeUtil.isRelativeTime(raw.from) && rangeUtil.isRelativeTime(raw.to);
}

/** The range as it is at a moment, epoch ms. */
function rangeAt({ range, timezone }: Request, moment: number) {
  const options = { timezone, now: dateTime(moment) };
  const from = dateMath.toDateTime(range.raw.from, { ...options, roundUp: false }) ?? range.from;
  const to = dateMath.toDateTime(range.raw.to, { ...options, roundUp: true }) ?? range.to;
  return { from: from.valueOf(), to: to.valueOf() };
}

function stream(query: LiveQuery, request: Request, host: LiveRequestHost): Observable<DataQueryResponse> {
  const { clock, scrapeIntervalMs } = host;
  const session = new LiveSession({
    host: host.host,
    prepare: (now) => host.prepare(query, { ...scopeOf(request, host), ...rangeAt(request, now), now }),
    now: clock.now,
    scrapeIntervalMs,
  });
  const clockText = (time: number) => dateTimeFormat(time, { timeZone: request.timezone, format: 'HH:mm' });
  return streamQuery(session, {
    refId: query.refId,
    intervalMs: query.live.intervalMs,
    clock,
    noticeOf: (newest, message) => warning(`No data since ${clockText(newest)}, retrying: ${message}`),
  });
}

function sayFixed(response: DataQueryResponse, refIds: ReadonlySet<string>): DataQueryResponse {
  const frames: readonly DataFrame[] = response.data;
  const [others, own] = [
    frames.filter(({ refId }) => !refIds.has(refId ?? '')),
    frames.filter(({ refId }) => refIds.has(refId ?? '')),
  ];
  return own.length === 0 ? response : { ...response, data: [...others, ...withNotice(own, info(FIXED_RANGE_TEXT))] };
}

/**
 * Answers a request. Queries in live mode go on by themselves, each as a stream of its own under the key of its refId,
 * where somebody looks at a range that moves; all others are answered as ever.
 */
export function answerLive(request: Request, host: LiveRequestHost): Observable<DataQueryResponse> {
  const live = isWatched(request) ? request.targets.map(migrateQuery).filter(isLive) : [];
  if (live.length === 0) {
    return answerRequest(request, host);
  }
  const refIds = new Set(live.map(({ refId }) => refId));
  if (!isMoving(request)) {
    return answerRequest(request, host).pipe(map((response) => sayFixed(response, refIds)));
  }
  const others = request.targets.filter(({ refId }) => !refIds.has(refId));
  const once = others.length === 0 ? EMPTY : answerRequest({ ...request, targets: others }, host);
  return merge(...live.map((query) => stream(query, request, host)), once);
}
