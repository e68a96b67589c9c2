import { bisectLeft, bisectRight } from 'd3-array';

import { guessStepMs } from '../series/guessStepMs.js';
import type { GroundTruth, LabeledEvent } from './groundTruth.js';

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
  /** 1 for the rows outside every event of which nobody has said whether they are anomalous, else 0. */
  readonly isUnknown: Uint8Array;
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
 * @param unknown stretches of which nobody has said whether they are anomalous. Default none.
 */
export function placeEvents(
  time: Float64Array,
  score: Float64Array,
  events: readonly LabeledEvent[],
  unknown: GroundTruth['unknown'] = [],
): EventFrame {
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
  const isUnknown = unknownRows(time, unknown).map((is, row) => is & (1 - isInside[row]));
  return { time, events: placed, nWithoutData, isInside, isUnknown, observedMs };
}

/** 1 for the rows within a stretch of which nobody has said whether it is anomalous, else 0. */
export function unknownRows(time: Float64Array, unknown: GroundTruth['unknown'] = []): Uint8Array {
  const rows = new Uint8Array(time.length);
  unknown.forEach(({ start, end }) => rows.fill(1, bisectLeft(time, start), bisectRight(time, end)));
  return rows;
}
