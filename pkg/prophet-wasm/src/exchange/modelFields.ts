import { checkTimeZone } from '../features/civilClock.js';
import type { HolidayColumn } from '../features/holidayColumns.js';
import type { FittedRegressor } from '../features/regressor.js';
import type { InactiveSeasonality, Seasonality } from '../features/seasonality.js';
import {
  MODEL_VERSION,
  type FitStatus,
  type Model,
  type ModelBounds,
  type ModelParams,
  type ModelScaling,
} from '../fit/model.js';
import { MAX_CHANGEPOINTS, MAX_FOURIER_ORDER, MAX_TIME, MAX_WINDOW_DAYS, MIN_DURATION_MS } from '../options/limits.js';
import { isCalendarDay } from '../options/parseHolidays.js';
import type {
  Bounds,
  HolidayDay,
  HolidayInterval,
  Regressor,
  ResolvedHoliday,
  ResolvedOptions,
  SeasonalitySwitch,
  Step,
} from '../options/prophetOptions.js';
import { recurring } from './recurringFields.js';
import {
  choice,
  field,
  flag,
  list,
  nullable,
  number,
  object,
  positive,
  record,
  text,
  unreadable,
  wholeNumber,
  type Reader,
} from './reader.js';

/** More seasonalities than anyone has: a bound on what a file can ask for. */
export const MAX_SEASONALITIES = 100;

/** Explicit changepoints are not limited by `nChangepoints`. */
export const MAX_EXPLICIT_CHANGEPOINTS = 10_000;
/** Bounds on what a file can ask for: occurrences of holidays, their columns, and regressors. */
export const MAX_HOLIDAYS = 10_000;
export const MAX_HOLIDAY_COLUMNS = 10_000;
export const MAX_REGRESSORS = 1000;
const MAX_STEPS = 1000;
const MAX_OTHERS = MAX_HOLIDAY_COLUMNS + MAX_REGRESSORS + MAX_STEPS;
export const MAX_COEFFICIENTS = 2 * MAX_SEASONALITIES * MAX_FOURIER_ORDER + MAX_OTHERS;
// A record, so that a status without its row does not compile.
const STATUSES: Readonly<Record<FitStatus, FitStatus>> = {
  certified: 'certified',
  rounding: 'rounding',
  constant: 'constant',
  interpolating: 'interpolating',
  unsettled: 'unsettled',
  imported: 'imported',
};

/** Epoch milliseconds. */
export const time = number(-MAX_TIME, MAX_TIME);

/** A length of time in milliseconds. */
export const duration = number(MIN_DURATION_MS, 2 * MAX_TIME);

/** Scale of a prior: above 0. */
export const priorScale = positive;

/** A probability mass strictly between 0 and 1, not so near to them that it is no interval. */
export const intervalWidth: Reader<number> = (value, at) => {
  if (typeof value === 'number' && value >= 1e-6 && value <= 1 - 1e-12) {
    return value;
  }
  throw unreadable(at, value, 'a number above 0 and below 1');
};

/** A Fourier order of a seasonality that is on. */
export const fourierOrder = wholeNumber(1, MAX_FOURIER_ORDER);

/** A built-in seasonality's option. */
export const seasonalitySwitch: Reader<SeasonalitySwitch> = (value, at) => {
  if (value === 'auto' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_FOURIER_ORDER) {
    return value;
  }
  throw unreadable(at, value, `'auto', true, false or a Fourier order from 0 to ${MAX_FOURIER_ORDER}`);
};

/** Rate changes, or the changepoints they belong to. */
export const changes = list(number(), MAX_EXPLICIT_CHANGEPOINTS);

/** Coefficients of all features. */
export const coefficients = list(number(), MAX_COEFFICIENTS);

/** The name of a component; one that cannot be a key of a plain object is refused. */
export const componentName: Reader<string> = (value, at) => {
  const name = text(value, at);
  if (name === '' || name === '__proto__') {
    throw unreadable(at, name, 'a name that a component can have');
  }
  return name;
};

/** How a component joins the trend. */
export const mode = choice(['additive', 'multiplicative'] as const);

const seasonality = object<Seasonality>({
  name: componentName,
  periodMs: duration,
  fourierOrder,
  priorScale,
  mode,
  conditionName: nullable(componentName),
});

const calendarDay: Reader<string> = (value, at) => {
  if (isCalendarDay(value)) {
    return value;
  }
  throw unreadable(at, value, 'a calendar day as 2026-12-25');
};

const holidayDay = object<Required<HolidayDay>>({
  name: componentName,
  day: calendarDay,
  lowerWindow: wholeNumber(-MAX_WINDOW_DAYS, 0),
  upperWindow: wholeNumber(0, MAX_WINDOW_DAYS),
  priorScale,
});

const holidayInterval = object<Required<HolidayInterval>>({ name: componentName, start: time, end: time, priorScale });

/** A holiday is told by its fields: one has a day. */
const holiday: Reader<ResolvedHoliday> = (value, at) =>
  field(record(value, at), 'day') === undefined ? holidayInterval(value, at) : holidayDay(value, at);

/** Whether a regressor is standardised. */
export const standardize: Reader<'auto' | boolean> = (value, at) => {
  if (value === 'auto' || typeof value === 'boolean') {
    return value;
  }
  throw unreadable(at, value, "'auto', true or false");
};

const bound = { lower: nullable(number()), upper: nullable(number()) };

const options = object<ResolvedOptions>({
  growth: choice(['linear', 'logistic', 'flat'] as const),
  changepoints: nullable(list(time, MAX_EXPLICIT_CHANGEPOINTS)),
  nChangepoints: wholeNumber(0, MAX_CHANGEPOINTS),
  changepointRange: number(0, 1),
  changepointPriorScale: priorScale,
  yearlySeasonality: seasonalitySwitch,
  weeklySeasonality: seasonalitySwitch,
  dailySeasonality: seasonalitySwitch,
  seasonalities: list(seasonality, MAX_SEASONALITIES),
  seasonalityMode: mode,
  seasonalityPriorScale: priorScale,
  holidays: list(holiday, MAX_HOLIDAYS),
  holidaysMode: mode,
  holidaysPriorScale: priorScale,
  regressors: list(object<Required<Regressor>>({ name: componentName, priorScale, standardize, mode }), MAX_REGRESSORS),
  steps: list(object<Required<Step>>({ name: componentName, time, priorScale, isSettled: flag }), MAX_STEPS),
  bounds: object<Required<Bounds>>({ ...bound, when: choice(['always', 'held'] as const) }),
  timeZone: (value, at) => {
    try {
      return checkTimeZone(text(value, at));
    } catch {
      throw unreadable(at, value, 'an IANA name that this engine knows, such as Europe/Berlin');
    }
  },
  scaling: choice(['absmax', 'minmax'] as const),
  intervalWidth,
});

const scaling = object<ModelScaling>({
  yScale: positive,
  yMin: number(),
  hasFloor: flag,
  floor: nullable(number()),
  cap: nullable(number()),
  timeStart: time,
  timeScaleMs: duration,
});

const params = object<ModelParams>({
  k: number(),
  m: number(),
  delta: changes,
  beta: coefficients,
  sigmaObs: positive,
  tChange: changes,
});

/** JSON has no NaN. */
const notKnown: Reader<number> = (value, at) => (value === null || Number.isNaN(value) ? NaN : number()(value, at));

const version: Reader<typeof MODEL_VERSION> = (value, at) => {
  if (value === MODEL_VERSION) {
    return MODEL_VERSION;
  }
  throw unreadable(at, value, `1 to ${MODEL_VERSION}, the versions this package reads; fit the model again`);
};

const holidayColumn = object<HolidayColumn>({
  name: componentName,
  offset: nullable(wholeNumber(-MAX_WINDOW_DAYS, MAX_WINDOW_DAYS)),
  priorScale,
});

const regressor = object<FittedRegressor>({
  name: componentName,
  priorScale,
  mode,
  mean: number(),
  deviation: positive,
});

/** The fields of our own format: those of a `Model`, with null where a figure is not known. */
export const model = object<Model>({
  version,
  options,
  scaling,
  params,
  seasonalities: list(seasonality, MAX_SEASONALITIES),
  holidays: list(holidayColumn, MAX_HOLIDAY_COLUMNS),
  regressors: list(regressor, MAX_REGRESSORS),
  bounds: object<ModelBounds>(bound),
  recurring: nullable(recurring),
  inactiveSeasonalities: list(object<InactiveSeasonality>({ name: text, reason: text }), MAX_SEASONALITIES),
  history: object<Model['history']>({
    start: time,
    end: time,
    count: wholeNumber(2, Number.MAX_SAFE_INTEGER),
  }),
  fit: object<Model['fit']>({ status: choice(Object.values(STATUSES)), logPosterior: notKnown, kkt: notKnown }),
});
