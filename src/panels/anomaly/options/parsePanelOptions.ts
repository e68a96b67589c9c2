import { LegendDisplayMode, TooltipDisplayMode } from '@grafana/ui';
import { SortOrder } from '@grafana/schema';

import { defaultDrawOptions } from './drawOptions';
import { OPTIONS_VERSION, type AnomalyPanelOptions } from './panelOptions';

/** Options of a new panel. */
export function defaultPanelOptions(): AnomalyPanelOptions {
  return {
    version: OPTIONS_VERSION,
    settings: {},
    draw: defaultDrawOptions,
    legend: { showLegend: true, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] },
    tooltip: { mode: TooltipDisplayMode.Single, sort: SortOrder.None },
  };
}

/** Completes stored options: whatever a hand-written dashboard leaves out takes its default. */
export function parsePanelOptions(stored: Partial<AnomalyPanelOptions>): AnomalyPanelOptions {
  const defaults = defaultPanelOptions();
  return {
    version: OPTIONS_VERSION,
    settings: { ...stored.settings },
    draw: { ...defaults.draw, ...stored.draw },
    legend: { ...defaults.legend, ...stored.legend },
    tooltip: { ...defaults.tooltip, ...stored.tooltip },
  };
}
