import type { ViewOptions } from '../../../chart/viewOptions';
import type { PartialSettings } from '../../../engine/parseSettings';

/** Version of the stored options; a change of shape raises it and adds a step to `migrateOptions`. */
export const OPTIONS_VERSION = 1;

/** The options a dashboard stores for the panel. */
export interface AnomalyPanelOptions extends ViewOptions {
  /** Always `OPTIONS_VERSION` once migrated. */
  version: number;
  /** What the user set in the panel. A setting that is missing comes from the query, or else is the default. */
  settings: PartialSettings;
}
