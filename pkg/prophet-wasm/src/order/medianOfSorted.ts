/** The middle one of the first values, which ascend, or the mean of the two middle ones; NaN of none. */
export function medianOfSorted(sorted: Float64Array, count: number): number {
  const middle = count >> 1;
  if (count === 0) {
    return NaN;
  }
  return count % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
