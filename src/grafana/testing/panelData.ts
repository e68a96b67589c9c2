import { dateTime, LoadingState, type DataFrame, type PanelData } from '@grafana/data';

import { VISIBLE_START } from './detectedFrame';

/** A panel's data over the visible day of `detectedFrame`. */
export function panelData(series: DataFrame[], more: Partial<PanelData> = {}): PanelData {
  const from = dateTime(VISIBLE_START);
  const to = dateTime(VISIBLE_START + 86_400_000);
  return { state: LoadingState.Done, series, timeRange: { from, to, raw: { from, to } }, ...more };
}
