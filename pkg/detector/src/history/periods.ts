import { guessStepMs } from '../series/guessStepMs.js';
import type { Series } from '../series/series.js';
import { autocorrelationOf } from './autocorrelation.js';
import { powerSpectrum, transformSize } from './fourier.js';

/** A rhythm found in a series. */
export interface Period {
  /** Length of the cycle, milliseconds: the calendar's own where there is one, else a whole number of steps. */
  readonly periodMs: number;
  /** Autocorrelation one cycle later, 0 to 1: how faithfully the series repeats itself. */
  readonly strength: number;
  /** The calendar's word for it where its length agrees to 2 %, else null. */
  readonly calendar: 'hour' | 'halfDay' | 'day' | 'week' | 'year' | null;
}

const HOUR = 3_600_000;
const calendarPeriods = {
  hour: HOUR,
  halfDay: 12 * HOUR,
  day: 24 * HOUR,
  week: 168 * HOUR,
  year: 8766 * HOUR,
} as const;

// Peaks of the spectrum that are looked at; the strongest rhythms are among the first few.
const N_CANDIDATES = 24;

// A period fits twice, or nearly so, that the top of its hill may be seen.
const MAX_SHARE = 0.55;

// Autocorrelation that a series must reach one period later, and how much higher than at some shorter distance.
const MIN_STRENGTH = 0.1;
const MIN_RISE = 0.15;

// How much better a multiple of a period must be than the multiples beside it.
const MIN_LEAD = 0.02;

/**
 * Discovers the periods of a series: peaks of its periodogram that the autocorrelation confirms by a hill, after
 * Vlachos, Yu and Castelli, "On periodicity detection and structural periodic similarity" (2005). Harmonics (half a day
 * of a daily rhythm) have no hill, and a multiple of a period counts only where the series repeats itself better there
 * than at the multiples beside it. A straight trend is taken out first. Few repetitions prove little: with n of them
 * the autocorrelation must reach 1 / n, and a multiple that is in no calendar must lead by 0.2 / n.
 * @param series on a grid, NaN where missing. A period must fit nearly twice.
 * @returns the strongest first.
 */
export function discoverPeriods({ time, y }: Series): readonly Period[] {
  const stepMs = guessStepMs(time);
  const flat = withoutTrend(y);
  if (flat.filter(Number.isFinite).length < 8) {
    return [];
  }
  const correlation = overlapCorrelation(flat);
  const hills = strongestCycles(flat)
    .map((cycles) => hillNear(y.length / cycles, y.length, correlation))
    .filter((lag) => lag !== undefined)
    .sort((a, b) => a - b)
    .map((lag) => ({ lag, ...describePeriod(lag * stepMs, correlation[lag]) }));
  const kept: Hill[] = [];
  for (const hill of hills) {
    if (!kept.some(({ lag }) => isRepeat(hill, lag, y.length, correlation))) {
      kept.push(hill);
    }
  }
  return kept
    .map(({ periodMs, strength, calendar }) => ({ periodMs, strength, calendar }))
    .sort((a, b) => b.strength - a.strength);
}

interface Hill extends Period {
  readonly lag: number;
}

// Ordinary least squares on the rows that have a value.
function withoutTrend(y: Float64Array): Float64Array {
  let n = 0;
  let meanRow = 0;
  let meanValue = 0;
  let rowSquares = 0;
  let products = 0;
  for (let row = 0; row < y.length; row++) {
    if (Number.isFinite(y[row])) {
      n++;
      const fromMean = row - meanRow;
      meanRow += fromMean / n;
      meanValue += (y[row] - meanValue) / n;
      rowSquares += fromMean * (row - meanRow);
      products += fromMean * (y[row] - meanValue);
    }
  }
  const slope = rowSquares === 0 ? 0 : products / rowSquares;
  return y.map((value, row) => value - meanValue - slope * (row - meanRow));
}

// The autocorrelation shrinks toward large lags and moves its peaks by a row or so, for fewer and fewer rows take part.
// Divided by the size of the rows that do, it is exactly 1 after one cycle of an exact cycle.
function overlapCorrelation(flat: Float64Array): Float64Array {
  const energy = new Float64Array(flat.length + 1);
  flat.forEach((value, row) => {
    energy[row + 1] = energy[row] + (Number.isFinite(value) ? value * value : 0);
  });
  const total = energy[flat.length];
  return autocorrelationOf(flat, Math.floor(MAX_SHARE * flat.length)).values.map(
    (value, lag) => (value * total) / Math.sqrt(energy[flat.length - lag] * (total - energy[lag])),
  );
}

// Peaks of the periodogram as cycles in the whole series, from two of them to one in two rows.
function strongestCycles(flat: Float64Array): readonly number[] {
  const size = 2 * transformSize(flat.length);
  const power = powerSpectrum(
    flat.map((value) => (Number.isFinite(value) ? value : 0)),
    size,
  );
  const peaks: number[] = [];
  const lowest = Math.max(1, Math.floor((1.5 * size) / flat.length));
  for (let i = lowest; i < size / 2; i++) {
    if (power[i] > power[i - 1] && power[i] >= power[i + 1]) {
      peaks.push(i);
    }
  }
  return peaks
    .sort((a, b) => power[b] - power[a])
    .slice(0, N_CANDIDATES)
    .map((i) => (i * flat.length) / size);
}

// A periodogram knows a period only to half a cycle; the top of the hill within that is the period itself.
function hillNear(period: number, nRows: number, correlation: Float64Array): number | undefined {
  const slack = Math.max(1, (period * period) / nRows / 2);
  const from = Math.max(2, Math.floor(period - slack));
  const to = Math.min(correlation.length - 1, Math.ceil(period + slack));
  let top = from;
  for (let lag = from; lag <= to; lag++) {
    top = correlation[lag] > correlation[top] ? lag : top;
  }
  const isHill = top > from && top < to;
  const valley = correlation.subarray(0, top).reduce((least, value) => Math.min(least, value), Infinity);
  const isClear = correlation[top] > Math.max(MIN_STRENGTH, top / nRows) && correlation[top] - valley > MIN_RISE;
  return isHill && isClear ? top : undefined;
}

function isRepeat({ lag, calendar }: Hill, shorter: number, nRows: number, correlation: Float64Array): boolean {
  const times = Math.round(lag / shorter);
  if (Math.abs(lag - times * shorter) > Math.max(1, 0.02 * lag)) {
    return false;
  }
  const beside = Math.max(correlation[lag - shorter] ?? 0, correlation[lag + shorter] ?? 0);
  const lead = calendar === null ? Math.max(MIN_LEAD, (0.2 * lag) / nRows) : MIN_LEAD;
  return times === 1 || correlation[lag] <= beside + lead;
}

// Where rhythms lie on top of each other a hill leans by a row or so; the calendar knows better.
function describePeriod(measuredMs: number, strength: number): Period {
  const names = ['hour', 'halfDay', 'day', 'week', 'year'] as const;
  const calendar = names.find((name) => Math.abs(measuredMs / calendarPeriods[name] - 1) <= 0.02) ?? null;
  const periodMs = calendar === null ? measuredMs : calendarPeriods[calendar];
  return { periodMs, strength: Math.min(1, strength), calendar };
}
