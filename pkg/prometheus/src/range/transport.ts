import type { Priority } from '../api/requestQueue.js';
import type { TimeSpan } from '../span.js';

/** How a request is sent. */
export interface Sending {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly priority: Priority;
}

/**
 * Asks a server for a span in one request. Its bounds are multiples of the step.
 * @throws PrometheusError of the kind `limit` where the span is too long for the server: it is asked again in halves.
 */
export type Transport<Answer> = (span: TimeSpan, sending: Sending) => Promise<Answer>;
