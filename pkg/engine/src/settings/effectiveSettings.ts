import { parseSettings, type PartialSettings } from './parseSettings.js';
import type { DetectorSettings } from './settings.js';

/**
 * The settings that hold: the panel's own where the user has set one, else the query's, else the defaults.
 *
 * @throws RangeError that names a setting out of its range.
 */
export function effectiveSettings(fromQuery: PartialSettings | undefined, ofPanel: PartialSettings): DetectorSettings {
  const set = Object.entries(ofPanel).filter(([, value]) => value !== undefined);
  return parseSettings({ ...fromQuery, ...Object.fromEntries(set) });
}
