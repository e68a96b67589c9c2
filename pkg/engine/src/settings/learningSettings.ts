import { defaultSettings, type DetectorSettings, type ForecastSettings, type LearningSettings } from './settings.js';

/** The part of the settings a fit and its forecast depend on. */
export function learningPart(settings: DetectorSettings): LearningSettings & ForecastSettings {
  return {
    trainingWindowMs: settings.trainingWindowMs,
    stepMs: settings.stepMs,
    exclusions: settings.exclusions,
    growth: settings.growth,
    growthCap: settings.growthCap,
    growthFloor: settings.growthFloor,
    seasonalityMode: settings.seasonalityMode,
    timeZone: settings.timeZone,
    // Where they come from no longer counts.
    holidayRegion: defaultSettings.holidayRegion,
    holidayEffect: defaultSettings.holidayEffect,
    events: defaultSettings.events,
    calendarRows: settings.calendarRows,
    dailySeasonality: settings.dailySeasonality,
    weeklySeasonality: settings.weeklySeasonality,
    yearlySeasonality: settings.yearlySeasonality,
    dailyOrder: settings.dailyOrder,
    weeklyOrder: settings.weeklyOrder,
    yearlyOrder: settings.yearlyOrder,
    changepointPriorScale: settings.changepointPriorScale,
    nChangepoints: settings.nChangepoints,
    changepointRange: settings.changepointRange,
    robustDeviations: settings.robustDeviations,
    intervalWidth: settings.intervalWidth,
    calibrationShare: settings.calibrationShare,
    horizonMs: settings.horizonMs,
  };
}

/** Settings to learn with: those that only score take their defaults, so that changing them never refits. */
export function learningSettings(settings: DetectorSettings): DetectorSettings {
  return { ...defaultSettings, ...learningPart(settings) };
}
