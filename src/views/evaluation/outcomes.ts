import {
  durationText,
  numberText,
  type Alarm,
  type EventOutcome,
  type EventScores,
  type TimeSpan,
} from 'foreband-detector';

/** The outcome of an event, a false alarm, or one that nobody planted and nobody has spoken of. */
export type OutcomeKind = 'found' | 'missed' | 'wrong' | 'unknown';

/** A stretch of time on the detection overview. */
export interface Outcome extends TimeSpan {
  readonly kind: OutcomeKind;
  /** All that is known of it, without its time. */
  readonly text: string;
}

function foundText({ event, delayMs, peakScore, severity }: EventOutcome): string {
  return `${event.kind}, found after ${durationText(delayMs)}, score ${numberText(peakScore)} (${severity ?? ''})`;
}

function unknownText({ peakScore, severity }: Alarm): string {
  return `found, not planted: yours? Score ${numberText(peakScore)} (${severity})`;
}

function falseText({ peakScore, severity }: Alarm): string {
  return `false alarm, score ${numberText(peakScore)} (${severity})`;
}

/** Found and missed events, false alarms, and those of which nobody knows, in order of time. */
export function outcomesOf({ outcomes, falseEvents, unknownEvents }: EventScores): readonly Outcome[] {
  const events = outcomes.map((one): Outcome => {
    const { start, end, kind } = one.event;
    return one.isFound
      ? { start, end, kind: 'found', text: foundText(one) }
      : { start, end, kind: 'missed', text: `${kind}, missed` };
  });
  const wrong = falseEvents.map((alarm): Outcome => ({
    start: alarm.start,
    end: alarm.end,
    kind: 'wrong',
    text: falseText(alarm),
  }));
  const unknown = unknownEvents.map((alarm): Outcome => ({
    start: alarm.start,
    end: alarm.end,
    kind: 'unknown',
    text: unknownText(alarm),
  }));
  return [...events, ...wrong, ...unknown].sort((left, right) => left.start - right.start);
}

/** The outcome nearest to a moment, no further than `reachMs`. */
export function outcomeAt(outcomes: readonly Outcome[], time: number, reachMs: number): Outcome | undefined {
  let nearest: Outcome | undefined;
  let least = reachMs;
  for (const outcome of outcomes) {
    const distance = Math.max(0, outcome.start - time, time - outcome.end);
    if (distance <= least) {
      nearest = outcome;
      least = distance;
    }
  }
  return nearest;
}

/** How many there are of each kind. */
export function outcomeCounts({ nFound, nMissed, nFalse, unknownEvents }: EventScores): string {
  const unknown = unknownEvents.length === 0 ? '' : `, ${unknownEvents.length} not planted: yours?`;
  return `${nFound} found, ${nMissed} missed, ${nFalse} false${unknown}`;
}
