/** How far a long job is. */
export interface Progress {
  /** Folds done. */
  readonly done: number;
  /** Folds in all. */
  readonly total: number;
}

/** Runs a sliced job to its end at once. */
export function runSteps<Result>(steps: Iterator<Progress, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}
