import type { PartialSettings } from './parseSettings.js';

const patterns = [
  ['dailySeasonality', 'dailyOrder'],
  ['weeklySeasonality', 'weeklyOrder'],
  ['yearlySeasonality', 'yearlyOrder'],
] as const;

/** Stored settings in today's words: an order that stood in place of a pattern's switch meant always on, with it. */
export function migrateSettings(stored: PartialSettings): PartialSettings {
  return patterns.reduce((settings: PartialSettings, [pattern, order]) => {
    const value: unknown = settings[pattern];
    return typeof value === 'number' ? { ...settings, [pattern]: 'on', [order]: value } : settings;
  }, stored);
}
