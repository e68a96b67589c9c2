import { useEffect, useMemo, useState } from 'react';
import type { TimeSpan } from 'foreband-detector';

import {
  type Calendar,
  calendarKey,
  type CalendarRows,
  calendarRows,
  type DetectorSettings,
  hasCalendar,
  knownCalendar,
  loadCalendar,
  trainingSpan,
} from 'foreband-engine';
import { hull } from 'foreband-prometheus';

import type { VisibleRange } from './detectionJobs';
import type { SeriesInput } from './seriesInput';
import { settingsWithout, type SettingsOfSeries } from './settingsOfSeries';
import { useStable } from './useStable';

/** The calendars of a panel's series, and the settings that they belong to. */
export interface Calendars {
  /** The settings asked for, or where a calendar of theirs cannot be had, those that hold instead. */
  readonly settings: SettingsOfSeries;
  /** Holidays and events by series key; a series whose calendar is being loaded is missing. */
  readonly calendarOf: ReadonlyMap<string, CalendarRows>;
}

/** A calendar, or why there is none. */
type Loaded = Calendar | Error;

const NONE: ReadonlyMap<string, Loaded> = new Map();

function calendarSpan(settings: DetectorSettings, visible: VisibleRange): TimeSpan {
  const shown = { start: visible.from, end: visible.to + settings.horizonMs };
  return hull(trainingSpan(visible, settings), shown);
}

/** Whether a frame brings along what these settings ask for. */
function isCarried({ carried }: SeriesInput, settings: DetectorSettings): boolean {
  return (
    carried?.calendar !== undefined &&
    calendarKey(carried.settings) === calendarKey(settings) &&
    carried.settings.horizonMs === settings.horizonMs
  );
}

/** Settings whose calendar has to be looked up here, one of each kind. */
function wantedCalendars(inputs: readonly SeriesInput[], { byKey }: SettingsOfSeries): readonly DetectorSettings[] {
  const wanted = new Map<string, DetectorSettings>();
  for (const input of inputs) {
    const settings = byKey.get(input.key);
    if (settings !== undefined && hasCalendar(settings) && !isCarried(input, settings)) {
      wanted.set(calendarKey(settings), settings);
    }
  }
  return [...wanted.values()];
}

function useLoaded(wanted: readonly DetectorSettings[]): ReadonlyMap<string, Loaded> {
  const [loaded, setLoaded] = useState(NONE);
  const unknown = wanted.filter((settings) => !loaded.has(calendarKey(settings)) && !knownCalendar(settings));
  const missing = useStable(unknown, unknown.map(calendarKey).join());
  useEffect(() => {
    for (const settings of missing) {
      const keep = (result: Loaded) => setLoaded((before) => new Map([...before, [calendarKey(settings), result]]));
      loadCalendar(settings).then(keep, (error: unknown) =>
        keep(error instanceof Error ? error : new Error(String(error))),
      );
    }
  }, [missing]);
  return loaded;
}

type FindRows = (input: SeriesInput, settings: DetectorSettings) => CalendarRows | undefined;

const NO_ROWS: CalendarRows = [];

/** The holidays and events of a series; undefined while its calendar is being loaded. */
function findRowsIn(loaded: ReadonlyMap<string, Loaded>, visible: VisibleRange): FindRows {
  return (input, settings) => {
    if (!hasCalendar(settings)) {
      return NO_ROWS;
    }
    if (isCarried(input, settings)) {
      return input.carried?.calendar;
    }
    const calendar = knownCalendar(settings) ?? loaded.get(calendarKey(settings));
    if (calendar instanceof Error) {
      throw calendar;
    }
    return calendar && calendarRows(calendar, calendarSpan(settings, visible));
  };
}

function rowsOfSeries(
  inputs: readonly SeriesInput[],
  { byKey }: SettingsOfSeries,
  findRows: FindRows,
): Calendars['calendarOf'] {
  const calendarOf = new Map<string, CalendarRows>();
  for (const input of inputs) {
    const settings = byKey.get(input.key);
    const rows = settings && findRows(input, settings);
    if (rows !== undefined) {
      calendarOf.set(input.key, rows);
    }
  }
  return calendarOf;
}

/**
 * Looks up the holidays and events that settings ask for. A series whose calendar is still being loaded waits instead of
 * being scored without its holidays.
 */
export function useCalendars(
  inputs: readonly SeriesInput[],
  settings: SettingsOfSeries,
  visible: VisibleRange,
): Calendars {
  const wanted = useMemo(() => wantedCalendars(inputs, settings), [inputs, settings]);
  const loaded = useLoaded(wanted);
  return useMemo(() => {
    try {
      return { settings, calendarOf: rowsOfSeries(inputs, settings, findRowsIn(loaded, visible)) };
    } catch (error) {
      const carried = inputs.map((input): [string, CalendarRows] => [input.key, input.carried?.calendar ?? NO_ROWS]);
      return { settings: settingsWithout(inputs, error), calendarOf: new Map(carried) };
    }
  }, [inputs, settings, loaded, visible]);
}
