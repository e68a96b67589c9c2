/** A size that recurs between two times of day. */
export interface RecurringSize {
  /** From midnight to its start on the clock of the model's time zone, milliseconds, a multiple of the step. */
  readonly startMs: number;
  /** To its end, not included: above `startMs`, at most a day. */
  readonly endMs: number;
  /** In the unit of the series, above 0. */
  readonly size: number;
}

/** A size for each slot of the day as the stretches where it is above 0. */
export function recurringSizesOf(bySlot: Float64Array, stepMs: number): readonly RecurringSize[] {
  const sizes: RecurringSize[] = [];
  for (let slot = 0; slot < bySlot.length; slot++) {
    const size = bySlot[slot];
    const last = sizes.at(-1);
    if (last?.endMs === slot * stepMs && last.size === size) {
      sizes[sizes.length - 1] = { ...last, endMs: last.endMs + stepMs };
    } else if (size > 0) {
      sizes.push({ startMs: slot * stepMs, endMs: (slot + 1) * stepMs, size });
    }
  }
  return sizes;
}

/** The size at each slot of the day, 0 where none recurs. */
export function bySlotOf(sizes: readonly RecurringSize[], perDay: number, stepMs: number): Float64Array {
  const bySlot = new Float64Array(perDay);
  for (const { startMs, endMs, size } of sizes) {
    bySlot.fill(size, Math.round(startMs / stepMs), Math.round(endMs / stepMs));
  }
  return bySlot;
}
