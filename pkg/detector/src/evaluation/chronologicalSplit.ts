import type { Fold } from './fold.js';

/**
 * One fold: the first share of the rows to fit to, the rest held out.
 * @param trainingShare above 0, below 1. Default 0.8.
 * @throws RangeError for another share.
 */
export function chronologicalSplit(nRows: number, trainingShare = 0.8): Fold {
  if (!(trainingShare > 0 && trainingShare < 1)) {
    throw new RangeError(`invalid trainingShare: ${trainingShare} (expected above 0, below 1)`);
  }
  const border = Math.round(nRows * trainingShare);
  return { training: { from: 0, to: border }, heldOut: { from: border, to: nRows } };
}
