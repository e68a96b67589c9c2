import { scoringOf, type DetectionContext, type Forecaster, type Scoring } from 'foreband-detector';
import type { Model } from 'prophet-wasm';

import type { Verbs } from '../verbs.js';
import type { FitRows } from '../fit/fitRows.js';
import type { FittedModel } from '../fit/fittedModel.js';
import type { SampleRows } from '../score/leadRows.js';
import { scorableOn } from '../score/scorableOn.js';
import { forecastWithEdges, leadBefore, scoringContext } from '../score/score.js';
import type { DetectorSettings, SeasonalitySetting } from '../settings/settings.js';

function switchOf(model: Model, name: string): SeasonalitySetting {
  return model.seasonalities.some((one) => one.name === name) ? 'on' : 'off';
}

/**
 * The settings with the seasonalities that the full model has. By Prophet's rule a shorter training would lose its weekly
 * one, and so evaluate a model that nobody uses.
 */
export function withSeasonalitiesOf(model: Model, settings: DetectorSettings): DetectorSettings {
  return {
    ...settings,
    dailySeasonality: switchOf(model, 'daily'),
    weeklySeasonality: switchOf(model, 'weekly'),
    yearlySeasonality: switchOf(model, 'yearly'),
  };
}

/** Scores a fold with what lies before its first row. */
function foldContext(
  verbs: Pick<Verbs, 'forecast'>,
  given: FittedModel,
  training: SampleRows,
  settings: DetectorSettings,
): DetectionContext {
  const context = scoringContext(given);
  const scoring: Scoring = (rows, options) => {
    const fitted = scorableOn(given, rows.time, settings);
    return scoringOf(scoringContext(fitted, leadBefore(verbs, fitted, [training], rows.time[0])))(rows, options);
  };
  return given.adaptive === null ? context : { ...context, scoring };
}

/**
 * Fits each fold with the same settings, and scores it.
 * @param whole the rows of all folds: what holds for a series holds for each of its folds.
 */
export function foldForecaster({ fit, forecast }: Verbs, whole: FitRows, settings: DetectorSettings): Forecaster {
  return (rows) => {
    const fitted = fit({ ...whole, ...rows }, settings);
    return {
      forecast: (time) => forecastWithEdges({ forecast }, fitted, time, settings.intervalWidth),
      context: foldContext({ forecast }, fitted, rows, settings),
    };
  };
}
