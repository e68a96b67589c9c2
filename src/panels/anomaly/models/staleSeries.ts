import { isStored, type SavedModel, staleness, type StaleReason } from 'foreband-engine';

import type { ModelSeries } from '../../../chart/model/panelModel';
import type { StoredModels } from '../../../chart/model/withPinnedThresholds';

/** Reasons by series key; a series is missing while its model need not be refitted. */
export type StaleSeries = ReadonlyMap<string, readonly StaleReason[]>;

function reasonsFor({ outcome, chart }: ModelSeries, saved: SavedModel, until: number): readonly StaleReason[] {
  if (outcome?.kind !== 'detected' || !isStored(outcome.fitted)) {
    return [];
  }
  const { series, forecast, settings } = outcome;
  return staleness(saved, {
    labels: series.labels,
    unit: chart.field.config.unit ?? null,
    stepMs: settings.stepMs,
    time: series.time,
    y: series.y,
    forecast,
    intervalWidth: settings.intervalWidth,
    now: until,
  });
}

/**
 * Which of the stored models that series are scored with are stale, and why.
 * @param until up to when the panel looks: the end of its range, or the present where that comes first; epoch ms.
 */
export function staleSeries(series: readonly ModelSeries[], stored: StoredModels, until: number): StaleSeries {
  const stale = new Map<string, readonly StaleReason[]>();
  for (const one of series) {
    const { key } = one.chart;
    const saved = stored.get(key);
    const reasons = saved === undefined ? [] : reasonsFor(one, saved, until);
    if (reasons.length > 0) {
      stale.set(key, reasons);
    }
  }
  return stale;
}
