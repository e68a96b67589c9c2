import type { Series } from './series.js';

/** The meaning of the numbers of a utilization series: a share of 1, a share of 100, or something else. */
export type Unit = 'fraction' | 'percent' | 'other';

// Rates overshoot the full load a little, because Prometheus extrapolates to the ends of the rate window.
const OVERSHOOT = 1.05;

// Between a full fraction and this a series may hold percent or CPU cores; no unit is better than a wrong one.
const SMALLEST_PERCENT_PEAK = 10;

/**
 * Guesses the unit of a utilization series, once for the whole series:
 * 1. a metric name (label `__name__`, else `name`) with the word `percent` or `pct` says percent, one with `ratio` or
 *    `fraction` says fraction;
 * 2. otherwise a negative value, or no finite value at all, says other;
 * 3. a peak of at most 1.05 says fraction;
 * 4. a peak above 10 and at most 105 says percent;
 * 5. everything else is other.
 *
 * So a single small sample never changes the unit; a series that stays under 1 % all along is told from a fraction only
 * by its name.
 */
export function guessUnit(series: Series): Unit {
  const named = unitInName(series.labels.__name__ ?? series.name);
  if (named !== undefined) {
    return named;
  }
  let lowest = Infinity;
  let peak = -Infinity;
  for (const value of series.y) {
    if (Number.isFinite(value)) {
      lowest = Math.min(lowest, value);
      peak = Math.max(peak, value);
    }
  }
  return lowest < 0 ? 'other' : unitOfPeak(peak);
}

function unitInName(name: string): Unit | undefined {
  const words = name.toLowerCase().split(/[^a-z]+/);
  if (words.includes('percent') || words.includes('pct')) {
    return 'percent';
  }
  return words.includes('ratio') || words.includes('fraction') ? 'fraction' : undefined;
}

function unitOfPeak(peak: number): Unit {
  if (peak >= 0 && peak <= OVERSHOOT) {
    return 'fraction';
  }
  return peak > SMALLEST_PERCENT_PEAK && peak <= 100 * OVERSHOOT ? 'percent' : 'other';
}
