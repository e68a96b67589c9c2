import type { Forecaster } from 'foreband-detector';
import type { Model } from 'prophet-wasm';

import type { Engine } from '../engine';
import type { DetectorSettings, SeasonalitySetting } from '../settings';

function orderOf(model: Model, name: string): SeasonalitySetting {
  return model.seasonalities.find((one) => one.name === name)?.fourierOrder ?? 'off';
}

/**
 * The settings with the patterns that the full model has. By Prophet's rule a shorter training would lose its weekly
 * pattern, and so judge a model that nobody uses.
 */
export function withPatternsOf(model: Model, settings: DetectorSettings): DetectorSettings {
  return {
    ...settings,
    dailySeasonality: orderOf(model, 'daily'),
    weeklySeasonality: orderOf(model, 'weekly'),
    yearlySeasonality: orderOf(model, 'yearly'),
  };
}

/** Fits each fold with the same settings. */
export function foldForecaster(engine: Engine, settings: DetectorSettings): Forecaster {
  return (rows) => {
    const model = engine.fit(rows, settings);
    const { status } = model.fit;
    return {
      forecast: (time) => engine.forecast(model, time, settings.intervalWidth),
      context: { isDegenerate: status === 'constant' || status === 'interpolating', scale: model.scaling.yScale },
    };
  };
}
