import type { ChartSeries } from './chartSeries';

// With more lines than this a band that nobody pointed at is only in the way.
const MOST_WITH_A_BAND = 12;

function worstScore({ scored }: ChartSeries): number {
  let worst = -Infinity;
  for (const score of scored?.score ?? []) {
    worst = score > worst ? score : worst;
  }
  return worst;
}

/**
 * Index of the series whose band is shown while none is pointed at: the only one, or of a few the one with the
 * strangest point. That does not depend on the threshold, so the band stays where it is while it is tuned. -1 for none.
 */
export function bandOwner(series: readonly ChartSeries[]): number {
  if (series.length > MOST_WITH_A_BAND) {
    return -1;
  }
  let owner = series.length - 1;
  let worst = -Infinity;
  series.forEach((one, index) => {
    const score = worstScore(one);
    if (score > worst || index === 0) {
      owner = index;
      worst = score;
    }
  });
  return owner;
}
