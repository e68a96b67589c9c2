/** The middle value, or the mean of the two middle ones; NaN if any value is NaN, or there is none. Sorts in place. */
export function median(values: Float64Array): number {
  const sorted = values.sort();
  const middle = sorted.length >> 1;
  // NaN sorts last.
  if (Number.isNaN(sorted[sorted.length - 1])) {
    return NaN;
  }
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
