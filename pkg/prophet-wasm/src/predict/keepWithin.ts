import type { ModelBounds } from '../fit/model.js';

/** The value, or the bound that it would leave. */
export function within({ lower, upper }: ModelBounds, value: number): number {
  const raised = lower !== null && value < lower ? lower : value;
  return upper !== null && raised > upper ? upper : raised;
}

/** Keeps columns within bounds, where they stand. */
export function keepWithin(bounds: ModelBounds, columns: readonly Float64Array[]): void {
  if (bounds.lower === null && bounds.upper === null) {
    return;
  }
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      column[i] = within(bounds, column[i]);
    }
  }
}
