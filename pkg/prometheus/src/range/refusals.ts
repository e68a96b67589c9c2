import type { TimeSpan } from '../span.js';

/** The requests that a server refused for their size. */
export interface Refusal {
  /** A query was answered from here (epoch ms) on and no further back. */
  readonly floor: number;
  /** Until when (epoch ms) the server is not asked again. */
  readonly expiresAt: number;
}

/**
 * How long a refusal counts, in ms: a server with a limit is not asked at every refresh, one short of room may have
 * it again.
 */
export const REFUSED_FOR_MS = 600_000;

/** The refusals that still count at a moment (epoch ms), with one more. */
export function withRefusal(refusals: readonly Refusal[], floor: number, moment: number): Refusal[] {
  const others = refusals.filter((refusal) => refusal.floor !== floor && refusal.expiresAt > moment);
  return [...others, { floor, expiresAt: moment + REFUSED_FOR_MS }];
}

/**
 * Before this (epoch ms) the points of a span need not be asked for; minus infinity where all of them must. What was
 * refused as the far end of a long span may well be answered by itself.
 */
export function floorOf(refusals: readonly Refusal[], { start, end }: TimeSpan, moment: number): number {
  return refusals
    .filter(({ floor, expiresAt }) => expiresAt > moment && floor > start && floor <= end)
    .reduce((latest, { floor }) => Math.max(latest, floor), -Infinity);
}
