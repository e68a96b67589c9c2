import type { DatedSettings } from '../calendar/calendar.js';
import type { Stage } from '../settings/setting.js';
import { changedStage } from '../settings/stages.js';

// The rows count, not how region and events are written.
function haveSameCalendar({ calendar: left = [] }: DatedSettings, { calendar: right = [] }: DatedSettings): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** The first verb that has to run again for other settings; those after it run again, too. Scoring costs next to nothing. */
export function stageOfChange(before: DatedSettings, after: DatedSettings): Stage {
  return haveSameCalendar(before, after) ? changedStage(before.settings, after.settings) : 'fit';
}
