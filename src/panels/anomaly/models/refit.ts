import { type DetectedSeries, type Engine, isStored, type SavedModel, saveModel } from 'foreband-engine';

import type { ModelSeries } from '../../../chart/model/panelModel';

// A series that is scored with a stored model is fitted to the samples at hand, as if it had none.
function fittedNow(engine: Engine, { outcome, planned }: ModelSeries): DetectedSeries | undefined {
  if (outcome?.kind !== 'detected') {
    return undefined;
  }
  if (!isStored(outcome.fitted) || planned === undefined) {
    return outcome;
  }
  const fitted = engine.detect({ ...planned.job, settings: outcome.settings, fitted: undefined });
  return fitted.kind === 'detected' ? fitted : undefined;
}

/** Models of these series, fitted to the history at hand. Series that cannot be fitted have none. */
export function refit(
  engine: Engine,
  series: readonly ModelSeries[],
  keys: ReadonlySet<string>,
  now: number,
): ReadonlyMap<string, SavedModel> {
  const models = new Map<string, SavedModel>();
  for (const one of series.filter(({ chart }) => keys.has(chart.key))) {
    const detected = fittedNow(engine, one);
    const unit = one.chart.field.config.unit ?? null;
    if (detected !== undefined) {
      models.set(one.chart.key, saveModel(engine, detected, { unit, now }));
    }
  }
  return models;
}
