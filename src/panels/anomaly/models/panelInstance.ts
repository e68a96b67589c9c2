import type { SavedModel } from 'foreband-engine';

import { InheritedSettings } from '../../../settings/inheritedValue';

import type { SeriesEntry } from './seriesModels';

/**
 * The panel's message to its options pane: Grafana hands it over as the panel's instance state. A class, so that the pane
 * can tell it from anything else.
 */
export class PanelInstance extends InheritedSettings {
  constructor(
    inherited: InheritedSettings,
    readonly entries: readonly SeriesEntry[],
    readonly refit: (keys: readonly string[]) => ReadonlyMap<string, SavedModel>,
  ) {
    super(inherited.settings, inherited.originOf);
  }
}
