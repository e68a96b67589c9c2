import type { Injection, InjectionKind } from './injection.js';
import { streams, uniformAt } from './randomAt.js';
import type { Scenario } from './scenario.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;

// Monday 5 January 1970; weeks run from Monday to Sunday.
const FIRST_MONDAY = 4 * DAY;

// Starts and lengths are whole multiples, so grids of 5 and 10 minutes meet every anomaly.
const CELL = 10 * MINUTE;

interface Size {
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly minMagnitude: number;
  readonly maxMagnitude: number;
}

const sizes: Readonly<Record<InjectionKind, Size>> = {
  spike: { minMinutes: 10, maxMinutes: 30, minMagnitude: 0.3, maxMagnitude: 0.7 },
  dip: { minMinutes: 20, maxMinutes: 50, minMagnitude: 0.7, maxMagnitude: 0.95 },
  levelShift: { minMinutes: 90, maxMinutes: 240, minMagnitude: 0.18, maxMagnitude: 0.35 },
  drift: { minMinutes: 180, maxMinutes: 360, minMagnitude: 0.25, maxMagnitude: 0.4 },
  varianceChange: { minMinutes: 120, maxMinutes: 240, minMagnitude: 6, maxMagnitude: 10 },
  flatline: { minMinutes: 120, maxMinutes: 240, minMagnitude: 0, maxMagnitude: 0 },
  dropout: { minMinutes: 30, maxMinutes: 90, minMagnitude: 0, maxMagnitude: 0 },
};

/**
 * The anomalies a scenario plants that touch the times from `start` to `end`, in order of time. Each week is planned by
 * itself from the seed: on days of their own, between 8 and 20 o'clock UTC, the kinds taking turns from week to week.
 */
export function planInjections(scenario: Scenario, start: number, end: number): readonly Injection[] {
  const planned: Injection[] = [];
  for (let week = weekOf(start); week <= weekOf(end); week++) {
    planned.push(...planWeek(scenario, week));
  }
  return planned.filter((injection) => injection.end > start && injection.start <= end);
}

function weekOf(time: number): number {
  return Math.floor((time - FIRST_MONDAY) / WEEK);
}

function planWeek(scenario: Scenario, week: number): readonly Injection[] {
  const { seed, anomalyKinds } = scenario;
  const nAnomalies = anomalyKinds.length === 0 ? 0 : scenario.nAnomaliesPerWeek;
  return pickDays(seed, week, nAnomalies).map((day, turn) => {
    const slot = week * nAnomalies + turn;
    const kind = anomalyKinds[((slot % anomalyKinds.length) + anomalyKinds.length) % anomalyKinds.length];
    return planOne(kind, FIRST_MONDAY + week * WEEK + day * DAY, (draw) => uniformAt(seed, streams.plan, slot, draw));
  });
}

// Every day gets a random rank; the days with the lowest ranks are taken.
function pickDays(seed: number, week: number, nDays: number): readonly number[] {
  const rank = (day: number) => uniformAt(seed, streams.plan, week, 100 + day);
  const days = [0, 1, 2, 3, 4, 5, 6].sort((a, b) => rank(a) - rank(b));
  return days.slice(0, nDays).sort((a, b) => a - b);
}

function planOne(kind: InjectionKind, midnight: number, uniform: (draw: number) => number): Injection {
  const { minMinutes, maxMinutes, minMagnitude, maxMagnitude } = sizes[kind];
  const length = Math.round(((minMinutes + (maxMinutes - minMinutes) * uniform(0)) * MINUTE) / CELL) * CELL;
  const firstStart = midnight + 8 * 60 * MINUTE;
  const lastStart = midnight + 20 * 60 * MINUTE - length;
  const start = Math.round((firstStart + (lastStart - firstStart) * uniform(1)) / CELL) * CELL;
  return { kind, start, end: start + length, magnitude: minMagnitude + (maxMagnitude - minMagnitude) * uniform(2) };
}
