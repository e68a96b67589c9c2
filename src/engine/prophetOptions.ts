import type { ProphetOptions } from 'prophet-wasm';

import type { LearningSettings, SeasonalitySetting } from './settings';

function seasonalityOption(setting: SeasonalitySetting): 'auto' | boolean | number {
  if (setting === 'on' || setting === 'off') {
    return setting === 'on';
  }
  return setting;
}

/** The model's options for these settings. */
export function prophetOptions(settings: LearningSettings): ProphetOptions {
  return {
    growth: settings.growth,
    changepointPriorScale: settings.changepointPriorScale,
    dailySeasonality: seasonalityOption(settings.dailySeasonality),
    weeklySeasonality: seasonalityOption(settings.weeklySeasonality),
    yearlySeasonality: seasonalityOption(settings.yearlySeasonality),
  };
}
