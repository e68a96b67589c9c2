import type { HeldOut } from 'foreband-detector';

/** Which rows an evaluation used, in short. */
export function rowsText({ folds }: HeldOut): string {
  const nJudged = folds.reduce((sum, { heldOut }) => sum + heldOut.nValues, 0);
  const [first] = folds;
  const last = folds[folds.length - 1];
  return folds.length === 1
    ? `${nJudged} readings judged, learnt from the ${first.training.nValues} before`
    : `${nJudged} readings judged after ${folds.length} fits, learnt from the ${first.training.nValues} to ${last.training.nValues} before each`;
}
