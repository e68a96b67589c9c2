import type { ModelBounds } from '../fit/model.js';

/** The value, or the bound that it would leave. */
export function within({ lower, upper }: ModelBounds, value: number): number {
  const raised = lower !== null && value < lower ? lower : value;
  return upper !== null && raised > upper ? upper : raised;
}

/** Keeps columns within bounds, where they stand. */
export function keepWithin({ lower, upper }: ModelBounds, columns: readonly Float64Array[]): void {
  for (const column of columns) {
    for (let i = 0; lower !== null && i < column.length; i++) {
      if (column[i] < lower) {
        column[i] = lower;
      }
    }
    for (let i = 0; upper !== null && i < column.length; i++) {
      if (column[i] > upper) {
        column[i] = upper;
      }
    }
  }
}
