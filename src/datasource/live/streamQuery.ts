import { LoadingState, type DataFrame, type DataQueryResponse, type QueryResultMetaNotice } from '@grafana/data';
import { defer, expand, filter, finalize, from, map, switchMap, type Observable } from 'rxjs';

import { withNotice } from '../answer/frames';

import type { LiveClock } from './clock';
import type { LiveAnswer, LiveSession } from './liveSession';
import { nextPollAt, retryAt } from './schedule';

/** How a query streams. */
export interface StreamOptions {
  readonly refId: string;
  /** How often new samples are looked for, in ms. */
  readonly intervalMs: number;
  readonly clock: LiveClock;
  /** The notice above the data while Prometheus does not answer. */
  readonly noticeOf: (newest: number, message: string) => QueryResultMetaNotice;
}

interface Round {
  /** The newest frames there are. */
  readonly frames: readonly DataFrame[];
  readonly newest: number;
  /** Why there is no answer, or undefined. */
  readonly problem?: string;
  readonly nFailures: number;
  readonly nextAt: number;
  readonly isNews: boolean;
}

const NOTHING_YET: Round = { frames: [], newest: -Infinity, nFailures: 0, nextAt: 0, isNews: false };

function afterAnswer(answer: LiveAnswer, before: Round, startedAt: number, options: StreamOptions): Round {
  const { frames, newest, isStandIn, isNew } = answer;
  const finishedAt = options.clock.now();
  const nFailures = isStandIn ? before.nFailures + 1 : 0;
  return {
    frames,
    newest,
    nFailures,
    nextAt: isStandIn
      ? retryAt(finishedAt, nFailures, options.intervalMs, options.clock.random())
      : nextPollAt({ ...answer, startedAt, finishedAt }, options.intervalMs),
    isNews: isNew || before.problem !== undefined,
  };
}

function afterFailure(error: unknown, before: Round, { clock, intervalMs }: StreamOptions): Round {
  const problem = error instanceof Error ? error.message : String(error);
  const nFailures = before.nFailures + 1;
  return {
    ...before,
    problem,
    nFailures,
    nextAt: retryAt(clock.now(), nFailures, intervalMs, clock.random()),
    isNews: problem !== before.problem,
  };
}

function packetOf({ frames, newest, problem }: Round, { refId, noticeOf }: StreamOptions): DataQueryResponse {
  const key = refId;
  if (problem !== undefined && frames.length === 0) {
    const error = { refId, message: problem };
    return { key, data: [], state: LoadingState.Error, error, errors: [error] };
  }
  const data = problem === undefined ? [...frames] : withNotice(frames, noticeOf(newest, problem));
  return { key, data, state: LoadingState.Streaming };
}

/**
 * A query that goes on: a packet with the whole visible window whenever there is news. While Prometheus does not answer
 * the last one stays, with a notice since when. Whoever unsubscribes ends its timers and requests.
 */
export function streamQuery(session: Pick<LiveSession, 'poll'>, options: StreamOptions): Observable<DataQueryResponse> {
  const { clock } = options;
  return defer(() => {
    const controller = new AbortController();
    const poll = async (before: Round): Promise<Round> => {
      const startedAt = clock.now();
      try {
        return afterAnswer(await session.poll(controller.signal), before, startedAt, options);
      } catch (error) {
        return afterFailure(error, before, options);
      }
    };
    return from(poll(NOTHING_YET)).pipe(
      expand((round) => clock.at(round.nextAt).pipe(switchMap(() => poll(round)))),
      filter(({ isNews }) => isNews),
      map((round) => packetOf(round, options)),
      finalize(() => controller.abort()),
    );
  });
}
