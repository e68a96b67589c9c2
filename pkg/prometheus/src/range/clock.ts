/** Calls back later; gives a function that calls it off. */
export type After = (delayMs: number, callback: () => void) => () => void;

/** The time as a reader of ranges knows it. */
export interface Clock {
  /** Epoch ms. */
  readonly now: () => number;
  readonly after: After;
}
