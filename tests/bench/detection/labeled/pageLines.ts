import type { AlignedFile } from './evaluateFile';
import type { WalkedPage } from '../walk/walk';

/** Columns of the lines. */
export const PAGE_COLUMNS = 'series,time,score,kind,preset';

/** A line for every page of a file: its name, the time of the sample in UTC, the score, what it comes from, the preset. */
export function pageLines(
  { file, rowOf }: AlignedFile,
  preset: string,
  pages: readonly WalkedPage[],
): readonly string[] {
  return pages.map(({ time, score, kind }) => {
    const sampled = file.time[rowOf.get(time) ?? 0];
    return [file.name, new Date(sampled).toISOString(), score.toFixed(3), kind, preset].join(',');
  });
}
