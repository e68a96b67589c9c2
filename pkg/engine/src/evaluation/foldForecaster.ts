import { scoringOf, type DetectionContext, type Forecaster, type Scoring } from 'foreband-detector';
import type { Model } from 'prophet-wasm';

import type { DatedSettings } from '../calendar/calendar.js';
import type { Verbs } from '../detect/detect.js';
import type { FitRows } from '../fit/fit.js';
import type { FittedModel } from '../fit/fittedModel.js';
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
function foldContext(verbs: Pick<Verbs, 'forecast'>, fitted: FittedModel, training: FitRows): DetectionContext {
  const context = scoringContext(fitted);
  const scoring: Scoring = (rows, options) =>
    scoringOf(scoringContext(fitted, leadBefore(verbs, fitted, [training], rows.time[0])))(rows, options);
  return fitted.adaptive === null ? context : { ...context, scoring };
}

/** Fits each fold with the same settings and calendar. */
export function foldForecaster({ fit, forecast }: Verbs, { settings, calendar }: DatedSettings): Forecaster {
  return (rows) => {
    const fitted = fit({ ...rows, calendar }, settings);
    return {
      forecast: (time) => forecastWithEdges({ forecast }, fitted, time, settings.intervalWidth),
      context: foldContext({ forecast }, fitted, rows),
    };
  };
}
