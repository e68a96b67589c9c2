import { withCalendar } from '../../calendar/withCalendar';
import type { DetectorSettings } from '../../engine/settings';
import { hull } from '../../training/spans';

import type { PreparedQuery } from './answerQuery';

/**
 * A query's settings with the holidays and events of all that it learns from, shows and forecasts.
 * @throws RangeError for a calendar that cannot be read, or holds too much.
 */
export function calendarSettings({ settings, spans }: PreparedQuery): Promise<DetectorSettings> {
  return withCalendar(settings, hull(hull(spans.training, spans.visible), spans.forecast));
}
