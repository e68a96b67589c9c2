import { discoverPeriods, type Period, type Series } from 'foreband-detector';

// Two views show them, and they take tens of milliseconds for tens of thousands of rows.
const found = new WeakMap<Series, readonly Period[]>();

/** The rhythms of a series on a grid, looked for once. */
export function periodsOf(grid: Series): readonly Period[] {
  const periods = found.get(grid) ?? discoverPeriods(grid);
  found.set(grid, periods);
  return periods;
}
