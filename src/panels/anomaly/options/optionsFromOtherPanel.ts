import type { AnomalyPanelOptions } from './panelOptions';
import { parsePanelOptions } from './parsePanelOptions';

const PANELS_WITH_THE_SAME_OPTIONS: ReadonlySet<string> = new Set(['timeseries', 'trend', 'barchart', 'statetimeline']);

/**
 * The options of a panel that was another one before. From the time series panel and its kin the legend and the tooltip
 * are kept; unit, decimals, overrides and the rest of the field config are kept by Grafana itself.
 */
export function optionsFromOtherPanel(
  previousId: string,
  previous: Partial<Pick<AnomalyPanelOptions, 'legend' | 'tooltip'>>,
): AnomalyPanelOptions {
  return PANELS_WITH_THE_SAME_OPTIONS.has(previousId)
    ? parsePanelOptions({ legend: previous.legend, tooltip: previous.tooltip })
    : parsePanelOptions({});
}
