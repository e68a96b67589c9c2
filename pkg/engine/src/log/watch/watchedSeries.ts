import type { DetectedSeries } from '../../detect/detectedSeries.js';
import type { LogOrigin } from '../logEvent.js';

/** A scored series of a panel that somebody watches. */
export interface WatchedSeries {
  /** Unique within the panel, the same from refresh to refresh. */
  readonly key: string;
  /** Letter of its query. */
  readonly query: string;
  readonly detected: DetectedSeries;
}

/** The panel that watches. */
export interface WatchingPanel {
  /** Uid of its dashboard; empty where that has none. */
  readonly dashboard: string;
  readonly panelId: number;
  readonly title: string;
}

/** Where what is seen of a series comes from. */
export function originOf({ dashboard, panelId, title }: WatchingPanel, { query, detected }: WatchedSeries): LogOrigin {
  const { name, labels } = detected.series;
  return { dashboard, panelId, panel: title, query, series: name, instance: labels.instance ?? name, labels };
}
