import { createRandom, type Random } from '../random.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
/** Monday, 2026-01-05 00:00 UTC. */
export const MONDAY = Date.UTC(2026, 0, 5);

/** A regular series, as a metric of a server gives it. */
export interface OpsSeries {
  readonly start: number;
  readonly stepMs: number;
  readonly y: Float64Array;
}

/** A part of a series at a moment, in noise deviations about a level of 50. */
export type Part = (moment: Moment) => number;

/** A row of a series. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly time: number;
  /** Days since the start, with their fraction. */
  readonly day: number;
  /** Hours since midnight, with their fraction. */
  readonly hour: number;
  readonly random: Random;
}

/** Day and week as a service has them. */
const usual: Part = ({ time }) =>
  10 * Math.sin((2 * Math.PI * (time % DAY)) / DAY - 1) +
  4 * Math.cos((4 * Math.PI * (time % DAY)) / DAY) +
  3 * Math.sin((2 * Math.PI * (time % WEEK)) / WEEK);

/** A series of 5 minutes: day, week, noise of deviation 1, and the parts given. */
export function opsSeries(days: number, seed: number, ...parts: readonly Part[]): OpsSeries {
  return seriesOf(days, 5 * MINUTE, seed, [({ random }) => 50 + random.normal(), usual, ...parts]);
}

/** A series of nothing but its parts. */
export function seriesOf(days: number, stepMs: number, seed: number, parts: readonly Part[]): OpsSeries {
  const random = createRandom(seed);
  const y = Float64Array.from({ length: Math.round((days * DAY) / stepMs) }, (_, i) => {
    const time = MONDAY + i * stepMs;
    const moment = { time, day: (i * stepMs) / DAY, hour: (time % DAY) / HOUR, random };
    return parts.reduce((sum, part) => sum + part(moment), 0);
  });
  return { start: MONDAY, stepMs, y };
}

/** So much from one day to before another. */
export function between(from: number, to: number, size: number): Part {
  return ({ day }) => (day >= from && day < to ? size : 0);
}

/** So much every day between two hours, on days that `isOn` allows. */
export function job(from: number, to: number, size: number, isOn: (day: number) => boolean = () => true): Part {
  return ({ hour, day }) => (hour >= from && hour < to && isOn(Math.floor(day)) ? size : 0);
}

/** The first rows of a series. */
export function until({ start, stepMs, y }: OpsSeries, days: number): OpsSeries {
  return { start, stepMs, y: y.subarray(0, Math.round((days * DAY) / stepMs)) };
}

/** The times of rows from one day to before another. */
export function timesOf({ start, stepMs }: OpsSeries, from: number, to: number): Float64Array {
  const first = Math.round((from * DAY) / stepMs);
  return Float64Array.from({ length: Math.round((to * DAY) / stepMs) - first }, (_, i) => start + (first + i) * stepMs);
}
