import type { OptionsWithLegend, OptionsWithTooltip } from '@grafana/ui';
import { LegendDisplayMode, TooltipDisplayMode } from '@grafana/ui';
import { SortOrder } from '@grafana/schema';

import { defaultDrawOptions, type DrawOptions } from './drawOptions';

/** How the view of anomalies looks. */
export interface ViewOptions extends OptionsWithLegend, OptionsWithTooltip {
  /** The drawing options. */
  draw: DrawOptions;
}

/** How it looks where nothing else is said. */
export function defaultViewOptions(): ViewOptions {
  return {
    draw: defaultDrawOptions,
    legend: { showLegend: true, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] },
    tooltip: { mode: TooltipDisplayMode.Single, sort: SortOrder.None },
  };
}
