/** Row whose x, ascending, lies nearest to a place; -1 without rows. */
export function nearestRow(xs: ArrayLike<number>, place: number): number {
  let low = 0;
  let high = xs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (xs[middle] < place) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const isBeforeNearer = low >= xs.length || (low > 0 && place - xs[low - 1] < xs[low] - place);
  return isBeforeNearer ? low - 1 : low;
}
