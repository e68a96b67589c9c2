import type { OptionsWithLegend, OptionsWithTooltip } from '@grafana/ui';

import type { OptionsWithSettings } from '../../../settings/optionsWithSettings';

import type { DrawOptions } from './drawOptions';

/** Version of the stored options; a change of shape raises it and adds a step to `migrateOptions`. */
export const OPTIONS_VERSION = 1;

/** The options a dashboard stores for the panel. */
export interface AnomalyPanelOptions extends OptionsWithSettings, OptionsWithLegend, OptionsWithTooltip {
  /** Always `OPTIONS_VERSION` once migrated. */
  version: number;
  /** What is drawn. */
  draw: DrawOptions;
}
