import type { SavedModel } from 'foreband-engine';

import type { SeriesEntry } from './seriesModels';

/**
 * What the panel tells its options pane: Grafana hands it over as the panel's instance state. A class, so that the pane can
 * tell it from anything else.
 */
export class PanelInstance {
  constructor(
    readonly entries: readonly SeriesEntry[],
    readonly learn: (keys: readonly string[]) => ReadonlyMap<string, SavedModel>,
  ) {}
}
