/**
 * The kind of failure:
 * - `unreachable`: no Prometheus answered (network, 502, 504); the simulation may stand in,
 * - `timeout`: it answered that it had too little time, or not at all within the query time-out,
 * - `authentication`: it refused the credentials or the viewer may not query,
 * - `query`: it refused this query and says why,
 * - `limit`: it refused the size of this query; a shorter range may do,
 * - `answer`: what came back is no answer of Prometheus,
 * - `cancelled`: nobody waits for the answer any more.
 */
export type FailureKind = 'unreachable' | 'timeout' | 'authentication' | 'query' | 'limit' | 'answer' | 'cancelled';

/** A request that failed, with a message for the user. */
export class PrometheusError extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** Status of the answer; 0 where there was none. */
    readonly status = 0,
  ) {
    super(message);
    this.name = 'PrometheusError';
  }
}

/** Whether a failure is of this kind. */
export function isFailure(error: unknown, kind: FailureKind): error is PrometheusError {
  return error instanceof PrometheusError && error.kind === kind;
}
