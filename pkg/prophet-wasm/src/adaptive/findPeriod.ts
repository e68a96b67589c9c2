import { copyFinite, copySizes } from '../order/finiteValues.js';
import { medianOf, quantile } from '../order/quantile.js';
import { createAutocorrelation } from './autocorrelation.js';
import { HOUR_MS } from './grid.js';

/** The shortest period in rows, and the longest. */
const LEAST_ROWS = 4;
const LONGEST_MS = 12 * HOUR_MS;
/** The least autocorrelation at a period, and the share of the best that a shorter period must reach. */
const LEAST_CORRELATION = 0.3;
const SHARE_OF_BEST = 0.85;
/** The share of the variance of the second half that the mean cycle of the first must explain. */
const LEAST_SHARE = 0.5;
/** Tops at multiples of a period are looked for so near, up to this part of the series. */
const ABOUT = 2;
const SHARE_FOR_MULTIPLES = 4;
const MOST_ORDER = 10;
/** Values beyond this quantile of the sizes are cut off there: outliers correlate with nothing. */
const CLIP_AT = 0.99;
/** Longer series are searched in means of so many rows that about this many are left. */
const MOST_ROWS = 10_000;

/** A period of a series. */
export interface FoundPeriod {
  /** Length of a cycle in milliseconds. */
  readonly periodMs: number;
  /** Fourier order that its shape may need, 1 to 10. */
  readonly fourierOrder: number;
  /** Share of the variance that its cycle explains, out of sample: 0.5 to 1. */
  readonly share: number;
}

/**
 * The shortest period, of 4 rows to 12 hours, whose mean cycle in the first half of a series explains more than half of the
 * variance of the second; null for none.
 * @param rest The series without trend, shapes and level changes; NaN where there is nothing.
 */
export function findPeriod(rest: Float64Array, stepMs: number): FoundPeriod | null {
  const thinned = Math.ceil(rest.length / MOST_ROWS);
  const x = clipped(thinned === 1 ? rest : means(rest, thinned));
  const step = thinned * stepMs;
  const longest = Math.min(Math.round(LONGEST_MS / step), x.length - 2);
  const correlation = createAutocorrelation(x, Math.max(longest, x.length / SHARE_FOR_MULTIPLES) + ABOUT);
  const first = firstTop(correlation(0, longest + 2), longest);
  if (first === null) {
    return null;
  }
  const period = refined(first, x.length, correlation);
  const share = explained(x, period, first);
  const fourierOrder = Math.min(MOST_ORDER, Math.floor((first - 1) / 2));
  return share > LEAST_SHARE ? { periodMs: period * step, fourierOrder, share } : null;
}

function means(values: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: Math.floor(values.length / n) }, (_, j) => {
    let sum = 0;
    let count = 0;
    for (let i = j * n; i < (j + 1) * n; i++) {
      if (!Number.isNaN(values[i])) {
        sum += values[i];
        count++;
      }
    }
    return sum / count;
  });
}

/** Values about their median, cut off where few are. */
function clipped(values: Float64Array): Float64Array {
  const scratch = new Float64Array(values.length);
  const limit = quantile(scratch, copySizes(values, 0, values.length, scratch), CLIP_AT);
  const middle = medianOf(scratch, copyFinite(values, 0, values.length, scratch));
  return values.map((value) => Math.max(-limit, Math.min(limit, value - middle)));
}

/** The shortest of the good local tops with a dip below half of it before; null for none. */
function firstTop(at: Float64Array, longest: number): number | null {
  const tops: number[] = [];
  let least = Infinity;
  for (let lag = 1; lag <= longest; lag++) {
    const isTop = at[lag] > LEAST_CORRELATION && at[lag] >= at[lag - 1] && at[lag] >= at[lag + 1];
    if (lag >= LEAST_ROWS && isTop && least < at[lag] / 2) {
      tops.push(lag);
    }
    least = Math.min(least, at[lag]);
  }
  const best = Math.max(...tops.map((lag) => at[lag]));
  return tops.find((lag) => at[lag] >= SHARE_OF_BEST * best) ?? null;
}

/** The period to a fraction of a row, from where the tops of its multiples lie. */
function refined(first: number, n: number, correlation: (from: number, to: number) => Float64Array): number {
  let period = first;
  for (let k = 2; k * first < n / SHARE_FOR_MULTIPLES; k *= 2) {
    const from = Math.round(k * period) - ABOUT;
    const near = correlation(from, from + 2 * ABOUT + 1);
    const top = near.reduce((best, value, i) => (value > near[best] ? i : best), 0);
    if (near[top] < LEAST_CORRELATION / 2) {
      break;
    }
    period = (from + top) / k;
  }
  return period;
}

/** The share of the second half's variance that the mean cycle of the first explains. */
function explained(x: Float64Array, period: number, nBins: number): number {
  const half = x.length >> 1;
  const bin = new Int32Array(x.length);
  for (let i = 0, phase = 0; i < x.length; i++, phase++) {
    phase -= phase >= period ? period : 0;
    bin[i] = Math.floor((phase / period) * nBins);
  }
  const sums = new Float64Array(nBins);
  const counts = new Float64Array(nBins);
  let [total, nTotal] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    if (!Number.isNaN(x[i]) && i < half) {
      sums[bin[i]] += x[i];
      counts[bin[i]]++;
    } else if (!Number.isNaN(x[i])) {
      total += x[i];
      nTotal++;
    }
  }
  let [left, all] = [0, 0];
  for (let i = half; i < x.length; i++) {
    if (!Number.isNaN(x[i])) {
      left += (x[i] - sums[bin[i]] / Math.max(1, counts[bin[i]])) ** 2;
      all += (x[i] - total / nTotal) ** 2;
    }
  }
  return 1 - left / all;
}
