import type { Holiday, ProphetOptions } from 'prophet-wasm';

import { isAutomaticallyOn, type SeasonalityName } from './automaticSeasonality.js';
import type { FitSettings } from '../settings/settings.js';

function seasonalityOption(settings: FitSettings, name: SeasonalityName, time: Float64Array): 'auto' | false | number {
  const order = settings[`${name}Order`];
  switch (settings[`${name}Seasonality`]) {
    case 'off':
      return false;
    case 'on':
      return order;
    case 'auto':
      // Where the rule is against it, the model states the reason only if the rule is left to the model.
      return isAutomaticallyOn(name, time) ? order : 'auto';
  }
}

/**
 * The model's options for these settings and a history with these times (ascending).
 * @param holidays of history and forecast. Default none.
 */
export function prophetOptions(
  settings: FitSettings,
  time: Float64Array,
  holidays: readonly Holiday[] = [],
): ProphetOptions {
  return {
    growth: settings.growth,
    seasonalityMode: settings.seasonalityMode,
    seasonalityPriorScale: settings.seasonalityPriorScale,
    timeZone: settings.timeZone,
    ...(holidays.length === 0 ? {} : { holidays }),
    changepointPriorScale: settings.changepointPriorScale,
    nChangepoints: settings.nChangepoints,
    changepointRange: settings.changepointRange,
    dailySeasonality: seasonalityOption(settings, 'daily', time),
    weeklySeasonality: seasonalityOption(settings, 'weekly', time),
    yearlySeasonality: seasonalityOption(settings, 'yearly', time),
    ...(settings.cycleMs === null
      ? {}
      : { seasonalities: [{ name: 'cycle', periodMs: settings.cycleMs, fourierOrder: settings.cycleOrder }] }),
  };
}
