import type { Series } from './series';

// Shorter rises happen to gauges too: an ordinary morning is one.
const MIN_SAMPLES = 20;

// Restarts are rare; noise falls far more often.
const MAX_RESET_SHARE = 0.01;

// A fall is a reset if it undoes at least this many ordinary rises, or nearly everything there was.
const RESET_RISES = 10;
const RESET_REMAINDER = 0.5;

/**
 * True if a series looks like a raw counter, which must go through `rate()` first: it is nowhere negative, it rises in
 * at least half of its steps and falls in at most 1 % of them (or once), each time by a reset: by ten median rises or
 * to under half. Needs 20 finite samples, unless the label `__name__`, which every PromQL function drops, ends in
 * `_total`; then two are enough and a counter may rest.
 */
export function looksLikeCounter(series: Series): boolean {
  const y = series.y.filter(Number.isFinite);
  const isNamedCounter = (series.labels.__name__ ?? '').endsWith('_total');
  const rises: number[] = [];
  const falls: number[] = [];
  for (let i = 1; i < y.length; i++) {
    if (y[i] > y[i - 1]) {
      rises.push(y[i] - y[i - 1]);
    } else if (y[i] < y[i - 1]) {
      falls.push(i);
    }
  }
  const nSteps = y.length - 1;
  if (y.some((value) => value < 0) || rises.length === 0 || falls.length > Math.max(1, MAX_RESET_SHARE * nSteps)) {
    return false;
  }
  const bigFall = RESET_RISES * median(rises);
  const isReset = (i: number) => y[i - 1] - y[i] >= bigFall || y[i] < RESET_REMAINDER * y[i - 1];
  return (isNamedCounter || (y.length >= MIN_SAMPLES && 2 * rises.length >= nSteps)) && falls.every(isReset);
}

function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[(values.length - 1) >> 1];
}
