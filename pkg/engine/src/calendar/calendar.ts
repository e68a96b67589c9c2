import type { TimeSpan } from 'foreband-detector';
import type { Holiday } from 'prophet-wasm';

import type { CalendarSettingName, DetectorSettings } from '../settings/settings.js';

/** The settings that say which days and hours are unlike others. */
export type CalendarSettings = Pick<DetectorSettings, CalendarSettingName | 'timeZone'>;

/** Holidays and events in the time at hand. They follow from settings, and travel beside them. */
export type CalendarRows = readonly Holiday[];

/** Settings with the holidays and events that they come to. */
export interface DatedSettings {
  readonly settings: DetectorSettings;
  /** Default none. */
  readonly calendar?: CalendarRows;
}

/**
 * The holidays and events that touch a stretch of time, as rows for the model.
 * @throws RangeError where that would be too many.
 */
export type Calendar = (span: TimeSpan) => CalendarRows;

/** Whether there is anything to look up. */
export function hasCalendar({ holidayRegion, events }: Pick<CalendarSettings, 'holidayRegion' | 'events'>): boolean {
  return holidayRegion !== '' || events.trim() !== '';
}

const DAY_MS = 86_400_000;

/** The calendar days, as 2026-12-24, of which a part lies in a stretch of time somewhere in the world. */
export function daysAround({ start, end }: TimeSpan): { readonly first: string; readonly last: string } {
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { first: dayOf(start - DAY_MS), last: dayOf(end + DAY_MS) };
}
