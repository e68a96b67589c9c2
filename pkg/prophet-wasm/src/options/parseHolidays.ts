import { checkFields, checkObject } from '../checkShape.js';
import { EPOCH_TIME, isEpochTime } from '../history/epochTime.js';
import { invalid } from '../invalid.js';
import { MAX_WINDOW_DAYS } from './limits.js';
import { checkName, claimName } from './names.js';
import { parseList, parsePriorScale, parseWhole } from './parseFields.js';
import type { Holiday, HolidayDay, HolidayInterval, ResolvedHoliday } from './prophetOptions.js';

/**
 * Checks holidays and completes them.
 * @throws RangeError naming the holiday, the field, its value and what is allowed.
 */
export function parseHolidays(
  value: readonly Holiday[],
  priorScale: number,
  taken: Map<string, string>,
): readonly ResolvedHoliday[] {
  const scales = new Map<string, number>();
  return parseList('holidays', value, (holiday, i) => {
    checkObject(`holidays[${i}]`, holiday, 'an object with name and day, or with name, start and end');
    checkName('holiday', holiday.name);
    const parsed = 'day' in holiday ? parseDay(holiday, priorScale) : parseInterval(holiday, priorScale);
    const { name } = parsed;
    const agreed = scales.get(name);
    if (agreed === undefined) {
      claimName('holiday', name, taken);
      scales.set(name, parsed.priorScale);
    } else if (agreed !== parsed.priorScale) {
      throw invalid(`priorScale of holiday ${name}`, parsed.priorScale, `${agreed}, as the others of this name`);
    }
    return parsed;
  });
}

function parseDay(holiday: HolidayDay, defaultScale: number): Required<HolidayDay> {
  const { name, day, lowerWindow = 0, upperWindow = 0, priorScale = defaultScale } = holiday;
  checkFields(`field of holiday ${name}`, holiday, ['name', 'day', 'lowerWindow', 'upperWindow', 'priorScale']);
  if (!isCalendarDay(day)) {
    throw invalid(`day of holiday ${name}`, day, 'a calendar day as 2026-12-25');
  }
  return {
    name,
    day,
    lowerWindow: parseWhole(`lowerWindow of holiday ${name}`, lowerWindow, -MAX_WINDOW_DAYS, 0),
    upperWindow: parseWhole(`upperWindow of holiday ${name}`, upperWindow, 0, MAX_WINDOW_DAYS),
    priorScale: parsePriorScale(`priorScale of holiday ${name}`, priorScale),
  };
}

function parseInterval(holiday: HolidayInterval, defaultScale: number): Required<HolidayInterval> {
  const { name, start, end, priorScale = defaultScale } = holiday;
  checkFields(`field of holiday ${name}`, holiday, ['name', 'start', 'end', 'priorScale']);
  if (!isEpochTime(start)) {
    throw invalid(`start of holiday ${name}`, start, `${EPOCH_TIME}, or a day in its place`);
  }
  if (!isEpochTime(end) || end <= start) {
    throw invalid(`end of holiday ${name}`, end, `epoch milliseconds after the start, ${start}`);
  }
  return { name, start, end, priorScale: parsePriorScale(`priorScale of holiday ${name}`, priorScale) };
}

/** Whether a text is a calendar day that exists, as `2026-12-25`. */
export function isCalendarDay(value: unknown): value is string {
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const time = isDay ? Date.parse(`${value}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}
