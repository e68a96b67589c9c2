import type { ModelSeries } from '../../../chart/model/panelModel';

/** Keys of the series that have just been learnt, from a history worth keeping. */
export function learntKeys(series: readonly ModelSeries[]): readonly string[] {
  return series
    .filter(({ outcome, planned }) => {
      const isLive = outcome?.kind === 'detected' && outcome.ready === undefined;
      // Learnt from what is visible, a model is worth nothing at the next zoom.
      return isLive && planned?.learning !== 'visible' && planned?.learning !== 'unpaired';
    })
    .map(({ chart }) => chart.key);
}
