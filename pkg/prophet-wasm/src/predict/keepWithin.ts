import type { ModelBounds } from '../fit/model.js';

/** The value, or the bound that it would leave. */
export function within({ lower, upper }: ModelBounds, value: number): number {
  const raised = lower !== null && value < lower ? lower : value;
  return upper !== null && raised > upper ? upper : raised;
}

/** Keeps a column within bounds, where it stands. */
export function keepWithin({ lower, upper }: ModelBounds, column: Float64Array): void {
  if (lower !== null) {
    for (let i = 0; i < column.length; i++) {
      if (column[i] < lower) {
        column[i] = lower;
      }
    }
  }
  if (upper !== null) {
    for (let i = 0; i < column.length; i++) {
      if (column[i] > upper) {
        column[i] = upper;
      }
    }
  }
}
