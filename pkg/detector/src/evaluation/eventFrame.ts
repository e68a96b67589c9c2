import { bisectLeft, bisectRight } from 'd3-array';

import { guessStepMs } from '../series/guessStepMs.js';
import type { LabeledEvent } from './groundTruth.js';

/** Where the events lie among the rows: worked out once, used for every threshold. */
export interface EventFrame {
  /** Epoch milliseconds of the rows, ascending. */
  readonly time: Float64Array;
  /** Events that can be found: at least one row inside them is scored. */
  readonly events: readonly PlacedEvent[];
  /** How many events have rows but none that is scored, so nobody could find them from these rows. */
  readonly nWithoutData: number;
  /** 1 for the rows inside any event, scored or not, else 0. */
  readonly isInside: Uint8Array;
  /** How long was watched: as many steps as there are scored rows, milliseconds. */
  readonly observedMs: number;
}

/** An event and its rows: `first <= row < end`. */
export interface PlacedEvent {
  readonly event: LabeledEvent;
  /** Its first scored row. */
  readonly first: number;
  /** The row after its last. */
  readonly end: number;
}

/**
 * Finds the rows of the events. Events outside the rows, as those of the warm-up, are left out.
 * @param time epoch milliseconds, ascending.
 * @param score of the rows: NaN where there is no value or no forecast.
 */
export function placeEvents(time: Float64Array, score: Float64Array, events: readonly LabeledEvent[]): EventFrame {
  const isInside = new Uint8Array(time.length);
  const placed: PlacedEvent[] = [];
  let nWithoutData = 0;
  for (const event of events) {
    const from = bisectLeft(time, event.start);
    const end = bisectRight(time, event.end);
    isInside.fill(1, from, end);
    const offset = score.subarray(from, end).findIndex((value) => !Number.isNaN(value));
    if (offset !== -1) {
      placed.push({ event, first: from + offset, end });
    } else if (end > from) {
      nWithoutData++;
    }
  }
  const nScored = score.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  const observedMs = nScored === 0 ? 0 : nScored * guessStepMs(time);
  return { time, events: placed, nWithoutData, isInside, observedMs };
}
