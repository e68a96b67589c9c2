import { useEffect, useMemo, useState } from 'react';
import type { TimeSpan } from 'foreband-detector';

import {
  type Calendar,
  calendarKey,
  type DetectorSettings,
  hasCalendar,
  knownCalendar,
  loadCalendar,
  trainingSpan,
  withoutRows,
  withRows,
} from 'foreband-engine';
import { hull } from 'foreband-prometheus';

import type { VisibleRange } from './detectionJobs';
import type { SeriesInput } from './seriesInput';
import { settingsWithout, type SettingsOfSeries } from './settingsOfSeries';
import { useStable } from './useStable';

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
    carried?.settings.calendarRows !== undefined &&
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

type Resolve = (input: SeriesInput, settings: DetectorSettings) => DetectorSettings | undefined;

/** The settings with their rows; undefined while the calendar is being loaded. */
function resolveWith(loaded: ReadonlyMap<string, Loaded>, visible: VisibleRange): Resolve {
  return (input, settings) => {
    if (!hasCalendar(settings)) {
      return withoutRows(settings);
    }
    if (isCarried(input, settings)) {
      return settings;
    }
    const calendar = knownCalendar(settings) ?? loaded.get(calendarKey(settings));
    if (calendar instanceof Error) {
      throw calendar;
    }
    return calendar && withRows(settings, calendar, calendarSpan(settings, visible));
  };
}

function resolvedSettings(
  inputs: readonly SeriesInput[],
  settings: SettingsOfSeries,
  resolve: Resolve,
): SettingsOfSeries {
  const byKey = new Map<string, DetectorSettings>();
  for (const input of inputs) {
    const own = settings.byKey.get(input.key);
    const resolved = own && resolve(input, own);
    if (resolved !== undefined) {
      byKey.set(input.key, resolved);
    }
  }
  return { ...settings, byKey };
}

/**
 * Looks up the holidays and events that settings ask for. A series whose calendar is still being loaded has no settings
 * yet: it waits instead of being scored without its holidays.
 */
export function useCalendars(
  inputs: readonly SeriesInput[],
  settings: SettingsOfSeries,
  visible: VisibleRange,
): SettingsOfSeries {
  const wanted = useMemo(() => wantedCalendars(inputs, settings), [inputs, settings]);
  const loaded = useLoaded(wanted);
  return useMemo(() => {
    try {
      return resolvedSettings(inputs, settings, resolveWith(loaded, visible));
    } catch (error) {
      return settingsWithout(inputs, error);
    }
  }, [inputs, settings, loaded, visible]);
}
