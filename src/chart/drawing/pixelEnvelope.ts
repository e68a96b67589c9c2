/** A band reduced to what a screen can show: at most one pair of edges per pixel column. */
export interface Envelope {
  /** Epoch ms. */
  readonly time: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** The part on screen: a time range and how many pixel columns it covers. */
export interface PixelRange {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/**
 * Thins rows `first` to `last` of a band so that no pixel column holds more than one pair, keeping the lowest lower and
 * the highest upper edge. Rows without a band are left out.
 */
export function pixelEnvelope(
  time: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  range: PixelRange & { readonly first: number; readonly last: number },
): Envelope {
  const columnMs = (range.to - range.from) / Math.max(1, range.width);
  const times: number[] = [];
  const lowest: number[] = [];
  const highest: number[] = [];
  let column = -Infinity;
  for (let row = range.first; row <= range.last; row++) {
    const low = lower[row];
    const high = upper[row];
    if (!(low <= high)) {
      continue;
    }
    const at = Math.floor((time[row] - range.from) / columnMs);
    const end = times.length - 1;
    if (at > column) {
      times.push(time[row]);
      lowest.push(low);
      highest.push(high);
      column = at;
    } else {
      lowest[end] = Math.min(lowest[end], low);
      highest[end] = Math.max(highest[end], high);
    }
  }
  return { time: times, lower: lowest, upper: highest };
}

/** Thins a line the same way: the mean of each pixel column. */
export function pixelMeans(
  time: Float64Array,
  values: Float64Array,
  range: PixelRange & { readonly first: number; readonly last: number },
): { readonly time: readonly number[]; readonly values: readonly number[] } {
  const columnMs = (range.to - range.from) / Math.max(1, range.width);
  const times: number[] = [];
  const means: number[] = [];
  let count = 0;
  let column = -Infinity;
  for (let row = range.first; row <= range.last; row++) {
    const value = values[row];
    if (!Number.isFinite(value)) {
      continue;
    }
    const at = Math.floor((time[row] - range.from) / columnMs);
    const end = times.length - 1;
    if (at > column) {
      times.push(time[row]);
      means.push(value);
      column = at;
      count = 1;
    } else {
      count++;
      means[end] += (value - means[end]) / count;
    }
  }
  return { time: times, values: means };
}
