import { mergeSpans, type TimeSpan } from 'foreband-detector';

import type { DetectorSettings } from '../settings/settings.js';

import { maintenanceSpans } from './maintenanceSpans.js';
import { parseMaintenance } from '../settings/parseMaintenance.js';

/** The settings that say what is neither fitted nor flagged. */
export type ExclusionSettings = Pick<DetectorSettings, 'exclusions' | 'maintenance' | 'timeZone'>;

/**
 * All that is neither fitted nor flagged: the dated exclusions, and the windows of maintenance that touch a span. Sorted and
 * disjoint.
 * @throws RangeError for windows that cannot be read, or an unknown zone.
 */
export function excludedSpans(
  { exclusions, maintenance, timeZone }: ExclusionSettings,
  span: TimeSpan,
): readonly TimeSpan[] {
  const recurring = maintenance === '' ? [] : maintenanceSpans(parseMaintenance(maintenance), timeZone, span);
  return mergeSpans([...exclusions, ...recurring]);
}

/** The span of rows with these times (epoch ms, ascending); NaN for none. */
export function spanOfRows(time: Float64Array): TimeSpan {
  return { start: time.at(0) ?? NaN, end: time.at(-1) ?? NaN };
}
