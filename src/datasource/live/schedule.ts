/** A poll that was answered. */
export interface AnsweredPoll {
  /** Epoch ms, as the other moments. */
  readonly startedAt: number;
  readonly finishedAt: number;
  /** The newest step it asked for. */
  readonly answeredUntil: number;
  /** Whether a sample is missing that may still come. */
  readonly isAwaiting: boolean;
  /** The step of the samples, in ms. */
  readonly stepMs: number;
}

const LONGEST_RETRY_MS = 120_000;

/**
 * When to poll next: at the first tick of the interval at which something is missing, be it the next step or a sample
 * that is late. A Prometheus that takes long is left alone for as long as it took.
 */
export function nextPollAt(poll: AnsweredPoll, intervalMs: number): number {
  const { startedAt, finishedAt, answeredUntil, isAwaiting, stepMs } = poll;
  const earliest = Math.max(startedAt + intervalMs, finishedAt + (finishedAt - startedAt));
  const missingFrom = isAwaiting ? earliest : answeredUntil + stepMs;
  const nTicks = Math.ceil(Math.max(0, missingFrom - earliest) / intervalMs);
  return earliest + nTicks * intervalMs;
}

/**
 * When to try again after a number (1 or more) of failures in a row: each time twice as long later, up to two minutes
 * or the interval, and spread by up to a half so that the panels and viewers of a Prometheus do not come back as one.
 * @param random from 0 up to 1.
 */
export function retryAt(failedAt: number, nFailures: number, intervalMs: number, random: number): number {
  const longest = Math.max(LONGEST_RETRY_MS, intervalMs);
  const waitMs = Math.min(longest, intervalMs * 2 ** (nFailures - 1));
  return failedAt + waitMs * (1 - random / 2);
}
