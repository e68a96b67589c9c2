import type { Span } from '../counts/countAlarms';
import { createRandom, type Random } from '../counts/createRandom';
import type { RegularSeries } from '../walk/walk';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Distance of two rows. */
export const OPS_STEP_MS = 5 * MINUTE;
/** Length of a series, of which the last days are evaluated. */
export const OPS_DAYS = 42;
export const OPS_HISTORY_DAYS = 28;

/** A Monday. */
const START = Date.UTC(2026, 4, 4);

/** A series as operators know them, and what should be found in its last 14 days. */
export interface OpsSeries extends RegularSeries {
  readonly events: readonly Span[];
  /** The first row that is evaluated. */
  readonly evaluatedFrom: number;
}

/** A series while it is drawn. Days and hours are those since its start; sizes are in standard deviations of its noise. */
export interface OpsDraft {
  readonly random: Random;
  /** Adds to the rows of a stretch. */
  readonly add: (from: number, hours: number, size: number) => void;
  /** Changes every value. */
  readonly change: (value: (y: number, hour: number) => number) => void;
  /** Says that a stretch is what should be found. */
  readonly expect: (from: number, hours: number) => void;
}

const LEVEL = 40;
const DAILY_AMPLITUDE = 10;

/**
 * A level of 40 with a daily wave of 10 and noise of 1, to which a kind adds its own; never below 0.
 * @param seed of all that is random in it.
 */
export function opsSeries(seed: number, draw: (draft: OpsDraft) => void): OpsSeries {
  const random = createRandom(seed);
  const length = (OPS_DAYS * DAY) / OPS_STEP_MS;
  const time = Float64Array.from({ length }, (_, row) => START + row * OPS_STEP_MS);
  const hourOf = (row: number) => (row * OPS_STEP_MS) / HOUR;
  const y = time.map(
    (_, row) => LEVEL - DAILY_AMPLITUDE * Math.cos((2 * Math.PI * (hourOf(row) - 3)) / 24) + random.normal(),
  );
  const events: Span[] = [];
  const rowAt = (hour: number) => Math.round((hour * HOUR) / OPS_STEP_MS);
  draw({
    random,
    add(from, hours, size) {
      for (let row = Math.max(0, rowAt(from)); row < Math.min(length, rowAt(from + hours)); row++) {
        y[row] += size;
      }
    },
    change(value) {
      y.forEach((was, row) => {
        y[row] = value(was, hourOf(row));
      });
    },
    expect(from, hours) {
      events.push({ start: time[rowAt(from)], end: time[rowAt(from + hours) - 1] });
    },
  });
  return { time, y: y.map((value) => Math.max(0, value)), events, evaluatedFrom: rowAt(24 * OPS_HISTORY_DAYS) };
}
