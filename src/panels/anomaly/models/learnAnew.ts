import { type DetectedSeries, type Engine, type SavedModel, saveModel } from 'foreband-engine';

import type { ModelSeries } from '../../../chart/model/panelModel';

// A series that is judged with a model of old is learnt from the readings at hand, as if it had none.
function learntNow(engine: Engine, { outcome, planned }: ModelSeries): DetectedSeries | undefined {
  if (outcome?.kind !== 'detected') {
    return undefined;
  }
  if (outcome.ready === undefined || planned === undefined) {
    return outcome;
  }
  const fitted = engine.detect({ ...planned.job, settings: outcome.settings, ready: undefined });
  return fitted.kind === 'detected' ? fitted : undefined;
}

/** Models of these series, learnt from the history at hand. Series that cannot be learnt are left out. */
export function learnAnew(
  engine: Engine,
  series: readonly ModelSeries[],
  keys: ReadonlySet<string>,
  now: number,
): ReadonlyMap<string, SavedModel> {
  const models = new Map<string, SavedModel>();
  for (const one of series.filter(({ chart }) => keys.has(chart.key))) {
    const detected = learntNow(engine, one);
    const unit = one.chart.field.config.unit ?? null;
    if (detected !== undefined) {
      models.set(one.chart.key, saveModel(engine, detected, { unit, source: null, now }));
    }
  }
  return models;
}
