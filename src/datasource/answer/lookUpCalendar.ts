import { loadCalendarRows } from 'foreband-engine';
import { hull } from 'foreband-prometheus';

import type { PreparedQuery } from './answerQuery';

/**
 * A query with the holidays and events that its settings ask for, over the whole history, range and forecast.
 * @throws RangeError for a calendar that cannot be read, or holds too much.
 */
export async function lookUpCalendar(prepared: PreparedQuery): Promise<PreparedQuery> {
  const { training, visible, forecast } = prepared.spans;
  const calendar = await loadCalendarRows(prepared.settings, hull(hull(training, visible), forecast));
  return { ...prepared, calendar };
}
