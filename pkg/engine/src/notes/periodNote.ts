import { autocorrelationOf, discoverPeriods, durationText, type Series } from 'foreband-detector';

import type { DetectedSeries } from '../detect/detectedSeries.js';
import type { Note } from '../note.js';
import { settingsTable } from '../settings/settingsTable.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The cycle makes up at least this share of what the day's shape leaves. */
const LEAST_SHARE = 0.5;
const LEAST_ROWS = 4;
const LEAST_CYCLES = 3;
const MOST_ORDER = 10;

/** Multiples are looked at up to this part of the history. */
const SHARE_FOR_MULTIPLES = 2;

/** How near a multiple of a known period is the same, as a share of it. */
const SAME = 0.05;

// What a day repeats would hide every shorter cycle.
function withoutDays(series: Series): Series {
  const { time, y } = series;
  const sums = new Map<number, { sum: number; count: number }>();
  for (let row = 0; row < time.length; row++) {
    if (Number.isFinite(y[row])) {
      const { sum, count } = sums.get(time[row] % DAY_MS) ?? { sum: 0, count: 0 };
      sums.set(time[row] % DAY_MS, { sum: sum + y[row], count: count + 1 });
    }
  }
  const rest = y.map((value, row) => {
    const { sum, count } = sums.get(time[row] % DAY_MS) ?? { sum: NaN, count: 1 };
    return value - sum / count;
  });
  return { ...series, y: rest };
}

// A cycle of 8 h is a part of the day's shape, one of two days a multiple of it; neither is news.
function isOfDay(periodMs: number): boolean {
  const times = periodMs > DAY_MS ? periodMs / DAY_MS : DAY_MS / periodMs;
  return Math.abs(times - Math.round(times)) <= SAME * times && Math.round(times) <= 12;
}

// Noise moves the top of a hill by a few rows; the tops at its multiples tell the length of a cycle to a fraction of that.
function refined(y: Float64Array, lag: number): number {
  const furthest = Math.floor(y.length / SHARE_FOR_MULTIPLES);
  const { values } = autocorrelationOf(y, furthest);
  const about = Math.ceil(SAME * lag);
  let period = lag;
  for (let times = 2; times * lag + about <= furthest; times *= 2) {
    const from = Math.round(times * period) - about;
    // Fewer and fewer rows take part, which would move the top to the left.
    const near = values.slice(from, from + 2 * about + 1).map((value, place) => value / (y.length - from - place));
    period = (from + near.reduce((top, value, place) => (value > near[top] ? place : top), 0)) / times;
  }
  return period;
}

function newPeriod({ training, fitted, settings }: DetectedSeries) {
  const known = fitted.adaptive?.period?.periodMs;
  const isKnown = (periodMs: number) => {
    const times = known === undefined ? NaN : Math.max(periodMs / known, known / periodMs);
    return Math.abs(times - Math.round(times)) <= SAME;
  };
  const spanMs = training.time[training.time.length - 1] - training.time[0];
  const { min } = settingsTable.cycleMs;
  const rest = withoutDays(training);
  const found = discoverPeriods(rest).find(
    ({ calendar, periodMs, strength }) =>
      calendar === null &&
      strength >= LEAST_SHARE &&
      periodMs >= Math.max(min, LEAST_ROWS * settings.stepMs) &&
      LEAST_CYCLES * periodMs <= spanMs &&
      !isOfDay(periodMs) &&
      !isKnown(periodMs),
  );
  const { stepMs } = settings;
  return (
    found && {
      ...found,
      periodMs: Math.round((refined(rest.y, found.periodMs / stepMs) * stepMs) / MINUTE_MS) * MINUTE_MS,
    }
  );
}

/** Offers a period that the history has and the model has not; undefined where there is none, or one is set. */
export function periodNote(detected: DetectedSeries): Note | undefined {
  const { settings, training } = detected;
  if (settings.cycleMs !== null || training.time.length === 0) {
    return undefined;
  }
  const found = newPeriod(detected);
  if (found === undefined) {
    return undefined;
  }
  const { periodMs, strength } = found;
  const cycleOrder = Math.min(MOST_ORDER, Math.floor((periodMs / settings.stepMs - 1) / 2));
  return {
    severity: 'info',
    text: `The history has a cycle of ${durationText(periodMs)}, about ${Math.round(100 * strength)} % of what the day's shape leaves, and the model has not.`,
    mend: { label: `Add ${durationText(periodMs)}`, settings: { cycleMs: periodMs, cycleOrder } },
  };
}
