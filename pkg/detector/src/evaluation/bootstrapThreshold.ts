import { quantileSorted } from 'd3-array';

import type { Bounds } from '../detection/detectionOptions.js';
import { uniformAt } from '../simulation/randomAt.js';
import { chooseThreshold, type ThresholdGoal } from './chooseThreshold.js';
import { eventRatesOf } from './eventScores.js';
import { randomStreams as streams } from './randomStreams.js';
import type { SweepRow } from './sweepThresholds.js';

/** How the confidence is found. */
export interface BootstrapOptions {
  /** Start of the randomness: a whole number of 32 bits. Default 1. */
  readonly seed?: number;
  /** How often the days are drawn anew: 1 to 100,000. Default 500. */
  readonly nResamples?: number;
  /** Share of the results between the bounds: above 0, below 1. Default 0.9. */
  readonly confidence?: number;
}

/** How far results may lie from the truth because only so many days were watched. */
export interface ThresholdConfidence {
  /** Of the chosen multiplier itself; NaN where no draw reaches the goal. */
  readonly thresholdMultiplier: Bounds;
  /** Of the precision at the multiplier chosen from all days. */
  readonly precision: Bounds;
  /** Of the recall at the multiplier chosen from all days. */
  readonly recall: Bounds;
  /** Of the false events in 24 hours at the multiplier chosen from all days. */
  readonly falseEventsPerDay: Bounds;
  /** Share of the draws in which any multiplier reaches the goal, 0 to 1. */
  readonly reached: number;
  /** How many days were drawn from. Under about ten, the bounds are too narrow. */
  readonly nDays: number;
}

const DAY = 86_400_000;

/**
 * Confidence by the bootstrap (Efron 1979): whole days are drawn with replacement, since neighboring points are alike
 * and days much less so, and the choice is made anew from each draw. An event and a false event belong to the day (UTC)
 * they start on. Percentile bounds.
 * @param rows a sweep in order of its multipliers.
 * @param goal what the threshold is chosen for.
 * @returns undefined where the goal is not reached with all days.
 * @throws RangeError for a number of draws or a confidence out of range.
 */
export function bootstrapThreshold(
  rows: readonly SweepRow[],
  goal: ThresholdGoal,
  { seed = 1, nResamples = 500, confidence = 0.9 }: BootstrapOptions = {},
): ThresholdConfidence | undefined {
  requireWithin('nResamples', nResamples, 1, 100_000);
  requireWithin('confidence', confidence, Number.EPSILON, 1 - Number.EPSILON);
  const chosen = chooseThreshold(rows, goal);
  if (chosen === undefined) {
    return undefined;
  }
  const { daily, nDays } = countDaily(rows);
  const place = rows.indexOf(chosen);
  const draws = Array.from({ length: nResamples }, (_, draw) => {
    const weights = drawDays(nDays, (day) => uniformAt(seed, streams.resample, draw, day));
    const resampled = daily.map((row) => weigh(row, weights));
    const events = resampled[place].events;
    return {
      thresholdMultiplier: chooseThreshold(resampled, goal)?.thresholdMultiplier ?? NaN,
      ...eventRatesOf(events, 1),
      falseEventsPerDay: events.nFalse / (events.observedMs / DAY),
    };
  });
  const boundsOf = (name: 'thresholdMultiplier' | 'precision' | 'recall' | 'falseEventsPerDay') =>
    percentiles(
      draws.map((draw) => draw[name]),
      confidence,
    );
  return {
    thresholdMultiplier: boundsOf('thresholdMultiplier'),
    precision: boundsOf('precision'),
    recall: boundsOf('recall'),
    falseEventsPerDay: boundsOf('falseEventsPerDay'),
    reached: draws.filter(({ thresholdMultiplier }) => !Number.isNaN(thresholdMultiplier)).length / nResamples,
    nDays,
  };
}

interface DailyCounts {
  readonly thresholdMultiplier: number;
  readonly observedMs: number;
  readonly nFound: Float64Array;
  readonly nMissed: Float64Array;
  readonly nFalse: Float64Array;
}

// Days on which nothing happened count too: they are where false events could have been.
function countDaily(rows: readonly SweepRow[]): { readonly daily: readonly DailyCounts[]; readonly nDays: number } {
  const starts = rows.flatMap(({ events }) => [
    ...events.outcomes.map(({ event }) => event.start),
    ...events.falseEvents.map(({ start }) => start),
  ]);
  const observedMs = rows[0].events.observedMs;
  const days = [...new Set(starts.map((start) => Math.floor(start / DAY)))];
  const placeOf = new Map(days.map((day, place) => [day, place]));
  const nDays = Math.max(days.length, Math.ceil(observedMs / DAY));
  const daily = rows.map(({ thresholdMultiplier, events }) => {
    const count = (moments: readonly number[]) => {
      const counts = new Float64Array(nDays);
      moments.forEach((moment) => counts[placeOf.get(Math.floor(moment / DAY)) ?? 0]++);
      return counts;
    };
    const startsOf = (isFound: boolean) =>
      events.outcomes.filter((outcome) => outcome.isFound === isFound).map(({ event }) => event.start);
    return {
      thresholdMultiplier,
      observedMs,
      nFound: count(startsOf(true)),
      nMissed: count(startsOf(false)),
      nFalse: count(events.falseEvents.map(({ start }) => start)),
    };
  });
  return { daily, nDays };
}

function drawDays(nDays: number, uniform: (day: number) => number): Float64Array {
  const weights = new Float64Array(nDays);
  for (let day = 0; day < nDays; day++) {
    weights[Math.floor(uniform(day) * nDays)]++;
  }
  return weights;
}

function weigh({ thresholdMultiplier, observedMs, ...counts }: DailyCounts, weights: Float64Array) {
  const events = { nFound: 0, nMissed: 0, nFalse: 0, observedMs };
  for (let day = 0; day < weights.length; day++) {
    events.nFound += counts.nFound[day] * weights[day];
    events.nMissed += counts.nMissed[day] * weights[day];
    events.nFalse += counts.nFalse[day] * weights[day];
  }
  return { thresholdMultiplier, events };
}

function percentiles(values: readonly number[], confidence: number): Bounds {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number) => quantileSorted(sorted, share) ?? NaN;
  return { lower: at((1 - confidence) / 2), upper: at((1 + confidence) / 2) };
}

function requireWithin(name: string, value: number, min: number, max: number): void {
  if (!(value >= min && value <= max)) {
    throw new RangeError(`invalid ${name}: ${value} (expected ${min} to ${max})`);
  }
}
