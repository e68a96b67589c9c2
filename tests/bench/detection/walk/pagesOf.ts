import { branchOf, type Detection } from 'foreband-detector';

import type { WalkedRows } from './walk';

/**
 * The pages of a detection.
 * @param time of its rows, epoch milliseconds.
 */
export function pagesOf(
  time: Float64Array,
  { incidents, branch, score, threshold }: Pick<Detection, 'incidents' | 'branch' | 'score' | 'threshold'>,
): WalkedRows {
  const rowOf = new Map(Array.from(time, (moment, row) => [moment, row]));
  const pages = incidents.flatMap((incident) =>
    incident.pages.map((page, place) => {
      const row = rowOf.get(page.time) ?? 0;
      return { time: page.time, score: score[row], kind: branchOf(branch[row]) ?? 'spike', isFirst: place === 0 };
    }),
  );
  return { time, score, threshold, pages };
}
