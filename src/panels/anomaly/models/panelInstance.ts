import type { SavedModel } from 'foreband-engine';

import type { SeriesEntry } from './seriesModels';

/**
 * The panel's message to its options pane: Grafana hands it over as the panel's instance state. A class, so that the pane can
 * tell it from anything else.
 */
export class PanelInstance {
  constructor(
    readonly entries: readonly SeriesEntry[],
    readonly refit: (keys: readonly string[]) => ReadonlyMap<string, SavedModel>,
  ) {}
}
