import type { ModelsOptions } from 'foreband-engine';

import type { ViewOptions } from '../../../chart/viewOptions';
import type { OptionsWithSettings } from '../../../settings/optionsWithSettings';

/** Version of the stored options; a change of shape raises it and adds a step to `migrateOptions`. */
export const OPTIONS_VERSION = 1;

/** The options a dashboard stores for the panel. */
export interface AnomalyPanelOptions extends OptionsWithSettings, ViewOptions {
  /** Always `OPTIONS_VERSION` once migrated. */
  version: number;
  /** Whether anomalies that begin while the dashboard is open are saved as annotations. Default false. */
  writeAnnotations: boolean;
  /** Models that were fitted before, and when they are refitted. */
  models: ModelsOptions;
}
