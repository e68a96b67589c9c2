import type { Series } from './series.js';

// Shorter rises happen to gauges too: an ordinary morning is one.
const MIN_SAMPLES = 20;

// A counter by its name (`_sum`, `_count`, `_bucket` of a histogram) may rest, but a gauge called so may rise now and then.
const MIN_RISE_SHARE = 0.5;
const MIN_NAMED_RISE_SHARE = 0.1;

// Restarts are rare; noise falls far more often.
const MAX_RESET_SHARE = 0.01;

// A fall is a reset if it undoes at least this many ordinary rises, or nearly everything there was.
const RESET_RISES = 10;
const RESET_REMAINDER = 0.5;

/**
 * True if a series looks like a raw counter, which must go through `rate()` first: it is nowhere negative, it rises in
 * at least half of its steps and falls in at most 1 % of them (or once), each time by a reset: by ten median rises or
 * to under half. What stays at 1 or below is a share, not a count: a disk that fills up by day and is cleared by night.
 * Needs 20 finite samples, unless the label `__name__`, which every PromQL function drops, ends in
 * `_total`; then two are enough and a counter may rest. One that ends in `_sum`, `_count` or `_bucket`, as the parts of a
 * histogram do, may rest too, in up to nine of ten steps.
 */
export function looksLikeCounter({ labels, y }: Series): boolean {
  const steps = collectSteps(y);
  if (steps === undefined || steps.rises.length === 0) {
    return false;
  }
  const { nSteps, rises, falls } = steps;
  const { __name__: name = '' } = labels;
  const isNamedCounter = name.endsWith('_total');
  const minRises = nSteps * (/_(sum|count|bucket)$/.test(name) ? MIN_NAMED_RISE_SHARE : MIN_RISE_SHARE);
  const isLongRise = nSteps + 1 >= MIN_SAMPLES && rises.length >= minRises && y.some((value) => value > 1);
  const bigFall = RESET_RISES * lowerMedian(rises);
  return (
    (isNamedCounter || isLongRise) &&
    falls.length <= allowedFalls(nSteps) &&
    falls.every(({ from, to }) => from - to >= bigFall || to < RESET_REMAINDER * from)
  );
}

interface Steps {
  readonly nSteps: number;
  readonly rises: readonly number[];
  readonly falls: readonly { readonly from: number; readonly to: number }[];
}

// Undefined as soon as it cannot be a counter any more: most gauges are told after a few samples.
function collectSteps(y: Float64Array): Steps | undefined {
  const rises: number[] = [];
  const falls: { from: number; to: number }[] = [];
  let nSteps = -1;
  let from = NaN;
  for (const to of y) {
    if (!Number.isFinite(to)) {
      continue;
    }
    nSteps++;
    if (to > from) {
      rises.push(to - from);
    } else if (to < from) {
      falls.push({ from, to });
    }
    if (to < 0 || falls.length > allowedFalls(y.length)) {
      return undefined;
    }
    from = to;
  }
  return { nSteps, rises, falls };
}

function allowedFalls(nSteps: number): number {
  return Math.max(1, MAX_RESET_SHARE * nSteps);
}

function lowerMedian(values: readonly number[]): number {
  return Float64Array.from(values).sort()[(values.length - 1) >> 1];
}
