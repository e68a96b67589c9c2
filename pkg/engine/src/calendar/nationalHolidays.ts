import Holidays from 'date-holidays';
import type { TimeSpan } from 'foreband-detector';
import type { Holiday } from 'prophet-wasm';

import { daysAround, type Calendar, type CalendarSettings } from './calendar.js';

const DAY_MS = 86_400_000;

/** Name of the one effect that holidays have while they share it. */
export const SHARED_NAME = 'Public holiday';

/** A country, state or region whose holidays are known. */
export interface Region {
  /** As the setting has it: `DE`, `DE-BY`, `DE-BY-A`. */
  readonly code: string;
  readonly name: string;
}

type Named = Readonly<Record<string, string>> | undefined;

const entries = (named: Named) => Object.entries(named ?? {});

function regionsIn(all: Holidays, country: string, state: string, before: Region): Region[] {
  return entries(all.getRegions(country, state, 'en')).map(([region, name]) => ({
    code: `${before.code}-${region}`,
    name: `${before.name}, ${name}`,
  }));
}

function statesIn(all: Holidays, country: string, before: Region): Region[] {
  return entries(all.getStates(country, 'en')).flatMap(([state, name]) => {
    const own = { code: `${before.code}-${state}`, name: `${before.name}, ${name}` };
    return [own, ...regionsIn(all, country, state, own)];
  });
}

/** Every region whose holidays are known, by name. */
export function holidayRegions(): Region[] {
  const all = new Holidays();
  return entries(all.getCountries('en')).flatMap(([country, name]) => {
    const own = { code: country, name };
    return [own, ...statesIn(all, country, own)];
  });
}

function requireRegion(code: string): void {
  const all = new Holidays();
  const [country = '', state, region] = code.split('-');
  const isKnown =
    entries(all.getCountries()).some(([known]) => known === country) &&
    (state === undefined || entries(all.getStates(country)).some(([known]) => known === state)) &&
    (region === undefined || entries(all.getRegions(country, state ?? '')).some(([known]) => known === region));
  if (!isKnown) {
    throw new RangeError(
      `invalid holidayRegion: ${JSON.stringify(code)} (expected a country, state, or region such as DE, DE-BY, or US-CA)`,
    );
  }
}

type Found = ReturnType<Holidays['getHolidays']>[number];

function isWholeDays({ date }: Found): boolean {
  return date.slice(11, 19) === '00:00:00';
}

function dayAfter(day: string, nDays: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + nDays * DAY_MS).toISOString().slice(0, 10);
}

// Rounded, because a day on which the clocks change is an hour longer or shorter.
function daysOf({ date, start, end }: Found): string[] {
  const nDays = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
  return Array.from({ length: nDays }, (_, offset) => dayAfter(date.slice(0, 10), offset));
}

function rowsOf(found: Found, name: string): Holiday[] {
  return isWholeDays(found)
    ? daysOf(found).map((day) => ({ name, day }))
    : [{ name, start: found.start.getTime(), end: found.end.getTime() }];
}

function touches(row: Holiday, { start, end }: TimeSpan, { first, last }: ReturnType<typeof daysAround>): boolean {
  return 'day' in row ? row.day >= first && row.day <= last : row.start <= end && row.end > start;
}

/**
 * Public and bank holidays of a country, state or region.
 * @throws RangeError for a region that is not known.
 */
export function nationalHolidays({
  holidayRegion,
  holidayEffect,
}: Pick<CalendarSettings, 'holidayRegion' | 'holidayEffect'>): Calendar {
  requireRegion(holidayRegion);
  const known = new Holidays(holidayRegion, { types: ['public', 'bank'], languages: 'en' });
  return (span) => {
    const days = daysAround(span);
    const [firstYear, lastYear] = [days.first, days.last].map((day) => Number(day.slice(0, 4)));
    const years = Array.from({ length: lastYear - firstYear + 1 }, (_, offset) => firstYear + offset);
    return years
      .flatMap((year) => known.getHolidays(year, 'en'))
      .flatMap((found) => rowsOf(found, holidayEffect === 'shared' ? SHARED_NAME : found.name))
      .filter((row) => touches(row, span, days));
  };
}
