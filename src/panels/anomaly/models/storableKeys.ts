import { isStored } from 'foreband-engine';

import type { ModelSeries } from '../../../chart/model/panelModel';

/** Keys of the series that have just been fitted, to a history worth storing a model of. */
export function storableKeys(series: readonly ModelSeries[]): readonly string[] {
  return series
    .filter(({ outcome, planned }) => {
      const isLive = outcome?.kind === 'detected' && !isStored(outcome.fitted);
      // Fitted to what is visible, a model is worth nothing at the next zoom.
      return isLive && planned?.history !== 'visible' && planned?.history !== 'unpaired';
    })
    .map(({ chart }) => chart.key);
}
