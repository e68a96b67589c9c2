import type { TimeSpan } from 'foreband-detector';

/** Remembers for a while how far back a server answered. */
export interface Refusals {
  /** A query was answered from `floor` (epoch ms) on and no further back. */
  add(query: string, floor: number): void;
  /** Before this (epoch ms) the points of a span need not be asked for; minus infinity where all of them must. */
  floorOf(query: string, span: TimeSpan): number;
  forgetPrefix(queryPrefix: string): void;
}

interface Refusal {
  readonly floor: number;
  readonly expiresAt: number;
}

// A server that is short of room may have it again; one with a limit is not asked at every refresh.
const REMEMBERED_MS = 600_000;

/** Nothing refused yet. */
export function createRefusals(now: () => number): Refusals {
  const refusals = new Map<string, readonly Refusal[]>();
  const current = (query: string) => (refusals.get(query) ?? []).filter(({ expiresAt }) => expiresAt > now());

  return {
    add(query, floor) {
      const others = current(query).filter((refusal) => refusal.floor !== floor);
      refusals.set(query, [...others, { floor, expiresAt: now() + REMEMBERED_MS }]);
    },
    // What was refused as the far end of a long span may well be answered by itself.
    floorOf: (query, { start, end }) =>
      current(query)
        .map(({ floor }) => floor)
        .filter((floor) => floor > start && floor <= end)
        .reduce((latest, floor) => Math.max(latest, floor), -Infinity),
    forgetPrefix(queryPrefix) {
      [...refusals.keys()].filter((query) => query.startsWith(queryPrefix)).forEach((query) => refusals.delete(query));
    },
  };
}
