import type { CsvContent, CsvSeries } from '../csvContent.js';

function countValues({ series: { y } }: CsvSeries): number {
  return y.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
}

function varies({ series: { y } }: CsvSeries): boolean {
  const first = y.find((value) => !Number.isNaN(value));
  return y.some((value) => !Number.isNaN(value) && value !== first);
}

/**
 * The series that is looked at unless another is chosen: the first whose values vary, with at least half as many of them as
 * any. So neither a column of settings nor an instance that has just appeared comes first.
 */
export function preferredSeries({ series }: CsvContent): CsvSeries {
  const varying = series.filter(varies);
  const candidates = varying.length > 0 ? varying : series;
  const counts = candidates.map(countValues);
  const most = Math.max(...counts);
  return candidates[counts.findIndex((count) => 2 * count >= most)];
}
