import { Doubles, zeros } from './math/doubles';

/** Gives back everything allocated so far. Views of the memory taken before lose their meaning. */
export function reset(): void {
  heap.reset();
}

/** Room for `n` doubles, set to zero; the host copies its columns there. */
export function allocate(n: i32): Doubles {
  return zeros(n);
}

/** Changes whenever an export does, so that the host can refuse a kernel it does not know. */
export function version(): i32 {
  return 3;
}
