import { MAX_CHANGEPOINTS, MAX_FOURIER_ORDER, MAX_TIME, MIN_DURATION_MS } from '../limits.js';
import type { FitStatus, Model, ModelParams, ModelScaling } from '../model.js';
import type { CustomSeasonality, ResolvedOptions, SeasonalitySwitch } from '../prophetOptions.js';
import type { InactiveSeasonality, Seasonality } from '../seasonality.js';
import {
  choice,
  list,
  nullable,
  number,
  object,
  positive,
  text,
  unreadable,
  wholeNumber,
  type Reader,
} from './reader.js';

/** More seasonalities than anyone has: a bound on what a file can ask for. */
export const MAX_SEASONALITIES = 100;

/** Explicit changepoints are not limited by `nChangepoints`. */
const MAX_EXPLICIT_CHANGEPOINTS = 10_000;
const MAX_BETA = 2 * MAX_SEASONALITIES * MAX_FOURIER_ORDER;
const STATUSES: readonly FitStatus[] = ['certified', 'rounding', 'constant', 'interpolating', 'imported'];

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

/** Coefficients of all seasonalities. */
export const coefficients = list(number(), MAX_BETA);

/** The name of a component; one that cannot be a key of a plain object is refused. */
export const componentName: Reader<string> = (value, at) => {
  const name = text(value, at);
  if (name === '' || name === '__proto__') {
    throw unreadable(at, name, 'a name that a component can have');
  }
  return name;
};

const seasonality = object<Seasonality>({ name: componentName, periodMs: duration, fourierOrder, priorScale });

const customSeasonality = object<Required<CustomSeasonality>>({
  name: componentName,
  periodMs: duration,
  fourierOrder,
  priorScale,
});

const options = object<ResolvedOptions>({
  growth: choice(['linear', 'flat'] as const),
  changepoints: nullable(list(time, MAX_EXPLICIT_CHANGEPOINTS)),
  nChangepoints: wholeNumber(0, MAX_CHANGEPOINTS),
  changepointRange: number(0, 1),
  changepointPriorScale: priorScale,
  yearlySeasonality: seasonalitySwitch,
  weeklySeasonality: seasonalitySwitch,
  dailySeasonality: seasonalitySwitch,
  seasonalities: list(customSeasonality, MAX_SEASONALITIES),
  seasonalityPriorScale: priorScale,
  scaling: choice(['absmax', 'minmax'] as const),
  intervalWidth,
});

const scaling = object<ModelScaling>({
  yScale: positive,
  yMin: number(),
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

const notKnown: Reader<number> = (value, at) => (value === null ? NaN : number()(value, at));

const version: Reader<1> = (value, at) => {
  if (value === 1) {
    return 1;
  }
  throw unreadable(at, value, '1, the version this package reads; fit the model again');
};

/** The fields of our own format: those of a `Model`, with null where a figure is not known. */
export const model = object<Model>({
  version,
  options,
  scaling,
  params,
  seasonalities: list(seasonality, MAX_SEASONALITIES),
  inactiveSeasonalities: list(object<InactiveSeasonality>({ name: text, reason: text }), MAX_SEASONALITIES),
  history: object<Model['history']>({
    start: time,
    end: time,
    count: wholeNumber(2, Number.MAX_SAFE_INTEGER),
  }),
  fit: object<Model['fit']>({ status: choice(STATUSES), logPosterior: notKnown, kkt: notKnown }),
});
