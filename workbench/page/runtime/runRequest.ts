import {
  dateMath,
  LoadingState,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
  type TimeRange,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import {
  catchError,
  finalize,
  from,
  isObservable,
  map,
  merge,
  of,
  share,
  takeUntil,
  timer,
  type Observable,
} from 'rxjs';
import type { WorkbenchBackend } from './backend';

const LOADING_AFTER_MS = 200;

/**
 * Stands in for `runRequest` of public/app/features/query/state/runRequest.ts, which no npm package holds: Loading when
 * nothing came for 200 ms, packets merged by key, annotation frames apart, the error in the data, requests canceled
 * with the last subscriber.
 */
export function createRunRequest(backend: WorkbenchBackend) {
  return (
    dataSource: DataSourceApi,
    request: DataQueryRequest,
    query?: DataSourceApi['query'],
  ): Observable<PanelData> => {
    const empty: PanelData = {
      state: LoadingState.Loading,
      series: [],
      annotations: [],
      request,
      timeRange: request.range,
    };
    if (request.targets.length === 0) {
      return of({ ...empty, state: LoadingState.Done });
    }
    const packets = new Map<string, DataQueryResponse>();
    let latest = empty;
    const answers = answerOf(query === undefined ? dataSource.query(request) : query(request)).pipe(
      map((packet) => {
        request.endTime = Date.now();
        packets.set(packet.key ?? 'A', packet);
        latest = mergePackets([...packets.values()], packet.state ?? LoadingState.Done, request);
        return latest;
      }),
      catchError((error: unknown) =>
        of({ ...latest, state: LoadingState.Error, error: toDataQueryError(error), errors: [toDataQueryError(error)] }),
      ),
      finalize(() => backend.cancel(request.requestId)),
      share(),
    );
    return merge(
      timer(LOADING_AFTER_MS).pipe(
        map(() => empty),
        takeUntil(answers),
      ),
      answers,
    );
  };
}

function answerOf(answer: ReturnType<DataSourceApi['query']>): Observable<DataQueryResponse> {
  return isObservable(answer) ? answer : from(answer);
}

function mergePackets(
  packets: readonly DataQueryResponse[],
  state: LoadingState,
  request: DataQueryRequest,
): PanelData {
  // As they came: a variable's query answers with plain values, and scenes makes frames of what a panel draws.
  const frames: DataFrame[] = packets.flatMap(({ data }) => data);
  const errors = packets.flatMap((packet) => packet.errors ?? (packet.error === undefined ? [] : [packet.error]));
  return {
    state: errors.length > 0 ? LoadingState.Error : state,
    series: frames.filter((frame) => frame.meta?.dataTopic !== 'annotations'),
    annotations: frames.filter((frame) => frame.meta?.dataTopic === 'annotations'),
    error: errors[0],
    errors: errors.length > 0 ? errors : undefined,
    request,
    timeRange: timeRangeOf(request, state),
  };
}

/** A streaming panel's axis moves: its range is computed anew from the raw strings with every packet. */
function timeRangeOf({ range }: DataQueryRequest, state: LoadingState): TimeRange {
  if (typeof range.raw.from !== 'string' || state !== LoadingState.Streaming) {
    return range;
  }
  return {
    ...range,
    from: dateMath.toDateTime(range.raw.from, { roundUp: false }) ?? range.from,
    to: dateMath.toDateTime(range.raw.to, { roundUp: true }) ?? range.to,
  };
}
