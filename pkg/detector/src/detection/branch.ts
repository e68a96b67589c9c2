/**
 * The branch a score comes from.
 * - `spike`: the deviation of the row itself; the classic score's only branch.
 * - `sustained`: many rows unusually far from the level, to either side.
 * - `bias`: the mean of some hours away from the forecast, which the level would swallow.
 * - `limit`: a value beyond a limit whose score is below the threshold.
 */
export type Branch = 'spike' | 'sustained' | 'bias' | 'limit';

/** Code of each branch in a `branch` column; 0 where nothing is measured. */
export const branchCodes: Readonly<Record<Branch, number>> = { spike: 1, sustained: 2, bias: 3, limit: 4 };

const branchOfCode: readonly (Branch | undefined)[] = [undefined, 'spike', 'sustained', 'bias', 'limit'];

/** The branch behind a code; undefined for 0 and for codes that do not exist. */
export function branchOf(code: number): Branch | undefined {
  return branchOfCode[code];
}
