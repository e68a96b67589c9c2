import type { DatedSettings } from '../calendar/calendar.js';
import type { Stage } from '../settings/setting.js';
import { haveSameForecast } from '../settings/stages.js';

// The rows count, not how region and events are written.
function haveSameCalendar({ calendar: left = [] }: DatedSettings, { calendar: right = [] }: DatedSettings): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/**
 * The first verb that has to run again for other settings; those after it run again, too. Scoring costs next to nothing.
 * An interval is calibrated on the history, so that for a model without its history that takes a fit.
 */
export function stageOfChange(before: DatedSettings, after: DatedSettings): Stage {
  if (!haveSameCalendar(before, after)) {
    return 'fit';
  }
  if (haveSameForecast(before.settings, after.settings)) {
    return 'score';
  }
  const { intervalWidth, horizonMs } = before.settings;
  return haveSameForecast(before.settings, { ...after.settings, intervalWidth, horizonMs }) ? 'forecast' : 'fit';
}
