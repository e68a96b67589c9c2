import { fBetaOf, type EventScores } from 'foreband-detector';

/** Events of one or several series, and what they amount to. Shares are NaN where there is nothing to share. */
export interface EventTotals {
  readonly nFound: number;
  readonly nMissed: number;
  readonly nFalse: number;
  /** How long was watched, milliseconds. */
  readonly observedMs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly falseEventsPerDay: number;
}

const DAY_MS = 86_400_000;

const sum = <Item>(items: readonly Item[], value: (item: Item) => number) =>
  items.reduce((total, item) => total + value(item), 0);

/** Adds up events over series: every event counts the same, wherever it is. */
export function totalEvents(
  scores: ReadonlyArray<Pick<EventScores, 'nFound' | 'nMissed' | 'nFalse' | 'observedMs'>>,
): EventTotals {
  const nFound = sum(scores, (one) => one.nFound);
  const nMissed = sum(scores, (one) => one.nMissed);
  const nFalse = sum(scores, (one) => one.nFalse);
  const observedMs = sum(scores, (one) => one.observedMs);
  return {
    nFound,
    nMissed,
    nFalse,
    observedMs,
    precision: nFound / (nFound + nFalse),
    recall: nFound / (nFound + nMissed),
    f1: fBetaOf(nFound, nFalse, nMissed, 1),
    falseEventsPerDay: nFalse / (observedMs / DAY_MS),
  };
}
