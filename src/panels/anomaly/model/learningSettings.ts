import { defaultSettings, type DetectorSettings } from '../../../engine/settings';

/** The settings a fit and its forecast depend on; those that only score take their defaults, so that they never refit. */
export function learningSettings(settings: DetectorSettings): DetectorSettings {
  return {
    ...defaultSettings,
    trainingWindowMs: settings.trainingWindowMs,
    stepMs: settings.stepMs,
    exclusions: settings.exclusions,
    growth: settings.growth,
    dailySeasonality: settings.dailySeasonality,
    weeklySeasonality: settings.weeklySeasonality,
    yearlySeasonality: settings.yearlySeasonality,
    changepointPriorScale: settings.changepointPriorScale,
    intervalWidth: settings.intervalWidth,
    horizonMs: settings.horizonMs,
  };
}
