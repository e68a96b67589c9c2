import { MAX_WINDOW_DAYS } from '../../options/limits.js';
import { checkName } from '../../options/names.js';
import type { Mode } from '../../options/prophetOptions.js';
import { componentName, duration, fourierOrder, mode, priorScale, standardize } from '../modelFields.js';
import { absent, field, list, nullable, number, object, positive, record, unreadable, type Reader } from '../reader.js';
import { isoTime } from './pandas.js';
import { cannotRead } from './refusals.js';

/** A seasonality as Python Prophet stores it. */
export interface PythonSeasonality {
  /** Milliseconds; the file has days. */
  readonly period: number;
  readonly fourier_order: number;
  readonly prior_scale: number;
  readonly mode: Mode;
  readonly condition_name: string | null;
}

/** The same for a regressor: its column in `history` is (x - mu) / std. */
export interface PythonRegressor {
  readonly prior_scale: number;
  readonly standardize: 'auto' | boolean;
  readonly mu: number;
  readonly std: number;
  readonly mode: Mode;
}

/** A row of the table of holidays: a calendar day, at 00:00. */
export interface PythonHoliday {
  readonly holiday: string;
  /** Epoch milliseconds of a naive date. */
  readonly ds: number;
  /** Null where this row gives none, though others do. */
  readonly lower_window: number | null;
  readonly upper_window: number | null;
  /** Null for `holidays_prior_scale`. */
  readonly prior_scale: number | null;
}

/** A value with a name beside it. */
export type Named<T> = T & { readonly name: string };

const DAY_MS = 86_400_000;

/** A number of units, as the number of milliseconds that `reader` takes. */
export function scaled(reader: Reader<number>, unitMs: number): Reader<number> {
  return (value, at) => {
    const units = number()(value, at);
    try {
      return reader(units * unitMs, at);
    } catch {
      throw unreadable(at, units, 'a time within 270,000 years, or a length of at least a microsecond');
    }
  };
}

/** A name that a component has in Python; not all of them can be one here. */
function nameOf(what: string): Reader<string> {
  return (value, at) => {
    const name = componentName(value, at);
    try {
      checkName(what, name);
    } catch {
      throw cannotRead(at, name, `no name that a ${what} can have here; rename it and fit again`);
    }
    return name;
  };
}

/** `[ordered names, { name: settings }]` of one kind of feature, as the settings with their names. */
export function named<T>(what: string, item: Reader<T>, most: number): Reader<readonly Named<T>[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length !== 2) {
      throw unreadable(at, value, 'a list of names and an object');
    }
    const settings = record(value[1], `${at}[1]`);
    const names = list(nameOf(what), most)(value[0], `${at}[0]`);
    return names.map((name) => ({ ...item(field(settings, name), `${at}[1].${name}`), name }));
  };
}

/** Days of a window, cut to whole ones as Python does. */
function windowDays(low: number, high: number): Reader<number | null> {
  return (value, at) => {
    const days = nullable(number())(value ?? null, at);
    if (days === null || (days >= low && days <= high)) {
      // Adding 0 takes off the sign that cutting leaves on zero.
      return days === null ? null : Math.trunc(days) + 0;
    }
    if (Math.sign(days) === Math.sign(low + high)) {
      throw cannotRead(at, days, `windows reach at most ${MAX_WINDOW_DAYS} days here`);
    }
    throw unreadable(at, days, `days from ${low} to ${high}`);
  };
}

/** Reads a seasonality. */
export const pythonSeasonality = object<PythonSeasonality>({
  period: scaled(duration, DAY_MS),
  fourier_order: fourierOrder,
  prior_scale: priorScale,
  mode,
  condition_name: nullable(nameOf('condition')),
});

/** Reads a regressor. */
export const pythonRegressor = object<PythonRegressor>({
  prior_scale: priorScale,
  standardize,
  mu: number(),
  std: positive,
  mode,
});

/** Reads a row of the table of holidays. */
export const pythonHoliday = object<PythonHoliday>({
  holiday: nameOf('holiday'),
  ds: isoTime,
  lower_window: windowDays(-MAX_WINDOW_DAYS, 0),
  upper_window: windowDays(0, MAX_WINDOW_DAYS),
  prior_scale: absent(nullable(priorScale), null),
});
