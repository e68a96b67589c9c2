/** A fixed number of values that move on through memory, which is used twice over, so that moving costs nothing most times. */
export interface RollingWindow {
  /** The values as they stand. */
  readonly values: () => Float64Array;
  /** Lets the first value go and takes in the next; returns all of them, the one that goes included. */
  readonly move: (next: number) => Float64Array;
}

/** A window over a copy of the given values. */
export function createWindow(y: ArrayLike<number>): RollingWindow {
  const n = y.length;
  const memory = new Float64Array(2 * n + 1);
  memory.set(y);
  let start = 0;
  return {
    values: () => memory.subarray(start, start + n),
    move(next) {
      if (start + n === memory.length) {
        memory.copyWithin(0, start);
        start = 0;
      }
      memory[start + n] = next;
      start++;
      return memory.subarray(start - 1, start + n);
    },
  };
}
