import type { PartialSettings } from './parseSettings.js';

type Stored = Readonly<Record<string, unknown>>;

const seasonalities = [
  ['dailySeasonality', 'dailyOrder'],
  ['weeklySeasonality', 'weeklyOrder'],
  ['yearlySeasonality', 'yearlyOrder'],
] as const;

// An order that stood in place of a seasonality's switch meant always on, with it.
function withSwitches(stored: Stored): Stored {
  return seasonalities.reduce((settings, [seasonality, order]) => {
    const value = settings[seasonality];
    return typeof value === 'number' ? { ...settings, [seasonality]: 'on', [order]: value } : settings;
  }, stored);
}

// While there was one method, the preset "classic" stored its values, and these three told it from "recommended".
function isClassicPreset({ weeklyOrder, robustDeviations, calibrationShare }: Stored): boolean {
  return weeklyOrder === 3 && robustDeviations === null && calibrationShare === null;
}

function isRecommendedPreset({ weeklyOrder, robustDeviations, calibrationShare }: Stored): boolean {
  return weeklyOrder === 20 && robustDeviations === 4 && calibrationShare === 0.975;
}

/**
 * Stored settings in today's words. Settings of before there were two methods are adaptive, unless they are those of the
 * preset "classic".
 */
export function migrateSettings(stored: PartialSettings): PartialSettings {
  const settings = withSwitches(stored);
  return settings.method === undefined && isClassicPreset(settings) ? { ...settings, method: 'classic' } : settings;
}

/**
 * Remark on stored settings that mean something else today; undefined for none. Only the values of the preset
 * "recommended" do.
 */
export function migrationRemark(stored: PartialSettings): string | undefined {
  return stored.method === undefined && isRecommendedPreset(stored)
    ? 'The preset "Recommended" has become "Adaptive", which finds as much and raises far fewer false alarms. Choose a preset to store it, or "Classic" for a plain forecast interval.'
    : undefined;
}
