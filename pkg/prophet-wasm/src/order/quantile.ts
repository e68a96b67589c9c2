/** Up to here sorting by insertion beats selection. */
const FEW = 24;

/**
 * The q-quantile of the first `count` values, between order statistics linearly, as Prometheus's `quantile_over_time` does;
 * NaN of none. Reorders the values, none of which may be NaN.
 */
export function quantile(values: Float64Array, count: number, q: number): number {
  if (count === 0) {
    return NaN;
  }
  const at = q * (count - 1);
  const low = Math.floor(at);
  if (count <= FEW) {
    sortFew(values, count);
    const high = Math.min(low + 1, count - 1);
    return values[low] + (at - low) * (values[high] - values[low]);
  }
  select(values, low, 0, count - 1);
  return at === low ? values[low] : values[low] + (at - low) * (least(values, low + 1, count) - values[low]);
}

/**
 * The same where only the largest values of `total` are given; NaN where it is below them.
 * @param count Values that are given.
 */
export function quantileOfLargest(values: Float64Array, count: number, total: number, q: number): number {
  const at = q * (total - 1) - (total - count);
  return at < 0 ? NaN : quantile(values, count, count === 1 ? 0 : at / (count - 1));
}

/** The middle value, or the mean of the two middle ones. Otherwise as `quantile`. */
export function medianOf(values: Float64Array, count: number): number {
  return quantile(values, count, 0.5);
}

/** Sorts the first values. */
export function sortFew(values: Float64Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const value = values[i];
    let j = i;
    while (j > 0 && values[j - 1] > value) {
      values[j] = values[j - 1];
      j--;
    }
    values[j] = value;
  }
}

function least(values: Float64Array, from: number, to: number): number {
  let found = values[from];
  for (let i = from + 1; i < to; i++) {
    found = values[i] < found ? values[i] : found;
  }
  return found;
}

/** From so many values on, a sample says first where the wanted one lies. */
const MANY = 600;

/**
 * Puts the k-th smallest at place k, smaller ones before it and larger ones behind it: R. W. Floyd and R. L. Rivest,
 * Algorithm 489, Communications of the ACM 18 (1975).
 */
function select(values: Float64Array, k: number, first: number, last: number): void {
  let left = first;
  let right = last;
  while (right > left) {
    const n = right - left + 1;
    if (n > MANY) {
      const i = k - left + 1;
      const z = Math.log(n);
      const s = 0.5 * Math.exp((2 * z) / 3);
      const sd = 0.5 * Math.sqrt((z * s * (n - s)) / n) * Math.sign(i - n / 2);
      const newLeft = Math.max(left, Math.floor(k - (i * s) / n + sd));
      const newRight = Math.min(right, Math.floor(k + ((n - i) * s) / n + sd));
      select(values, k, newLeft, newRight);
    }
    const pivot = values[k];
    let i = left;
    let j = right;
    swap(values, left, k);
    if (values[right] > pivot) {
      swap(values, left, right);
    }
    while (i < j) {
      swap(values, i, j);
      i++;
      j--;
      while (values[i] < pivot) {
        i++;
      }
      while (values[j] > pivot) {
        j--;
      }
    }
    if (values[left] === pivot) {
      swap(values, left, j);
    } else {
      j++;
      swap(values, j, right);
    }
    left = j <= k ? j + 1 : left;
    right = k <= j ? j - 1 : right;
  }
}

function swap(values: Float64Array, i: number, j: number): void {
  const value = values[i];
  values[i] = values[j];
  values[j] = value;
}
