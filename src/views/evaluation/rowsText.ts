import type { HeldOut } from 'foreband-detector';

/** Which rows an evaluation used, in short. */
export function rowsText({ folds }: HeldOut): string {
  const nHeldOut = folds.reduce((sum, { heldOut }) => sum + heldOut.nValues, 0);
  const [first] = folds;
  const last = folds[folds.length - 1];
  return folds.length === 1
    ? `${nHeldOut} samples held out, fitted to the ${first.training.nValues} before`
    : `${nHeldOut} samples held out after ${folds.length} fits, fitted to the ${first.training.nValues} to ${last.training.nValues} before each`;
}
