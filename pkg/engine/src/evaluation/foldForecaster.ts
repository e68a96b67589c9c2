import type { Forecaster } from 'foreband-detector';
import type { Model } from 'prophet-wasm';

import type { Engine } from '../detect/engine.js';
import type { DetectorSettings, SeasonalitySetting } from '../settings/settings.js';

function switchOf(model: Model, name: string): SeasonalitySetting {
  return model.seasonalities.some((one) => one.name === name) ? 'on' : 'off';
}

/**
 * The settings with the patterns that the full model has. By Prophet's rule a shorter training would lose its weekly
 * pattern, and so judge a model that nobody uses.
 */
export function withPatternsOf(model: Model, settings: DetectorSettings): DetectorSettings {
  return {
    ...settings,
    dailySeasonality: switchOf(model, 'daily'),
    weeklySeasonality: switchOf(model, 'weekly'),
    yearlySeasonality: switchOf(model, 'yearly'),
  };
}

/** Fits each fold with the same settings. */
export function foldForecaster(engine: Engine, settings: DetectorSettings): Forecaster {
  return (rows) => {
    const learnt = engine.fit(rows, settings);
    const { scaling, fit } = learnt.model;
    return {
      forecast: (time) => engine.forecast(learnt, time, settings.intervalWidth),
      context: { isDegenerate: fit.status === 'constant' || fit.status === 'interpolating', scale: scaling.yScale },
    };
  };
}
