import { checkOptions } from '../checkShape.js';
import { checkTimeZone } from '../features/civilClock.js';
import { EPOCH_TIME, isEpochTime } from '../history/epochTime.js';
import { invalid } from '../invalid.js';
import { MAX_CHANGEPOINTS, MAX_FOURIER_ORDER } from './limits.js';
import { parseBounds } from './parseBounds.js';
import { parseChoice, parseMode, parsePriorScale, parseWhole } from './parseFields.js';
import { parseHolidays } from './parseHolidays.js';
import { parseRegressors } from './parseRegressors.js';
import { parseSeasonalities } from './parseSeasonalities.js';
import { parseSteps } from './parseSteps.js';
import type { ProphetOptions, ResolvedOptions, SeasonalitySwitch } from './prophetOptions.js';

/** Prophet's own defaults. The mode of holidays follows `seasonalityMode`. */
export const defaults: ResolvedOptions = {
  growth: 'linear',
  changepoints: null,
  nChangepoints: 25,
  changepointRange: 0.8,
  changepointPriorScale: 0.05,
  yearlySeasonality: 'auto',
  weeklySeasonality: 'auto',
  dailySeasonality: 'auto',
  seasonalities: [],
  seasonalityMode: 'additive',
  seasonalityPriorScale: 10,
  holidays: [],
  holidaysMode: 'additive',
  holidaysPriorScale: 10,
  regressors: [],
  steps: [],
  bounds: { lower: null, upper: null, when: 'always' },
  timeZone: 'UTC',
  scaling: 'absmax',
  intervalWidth: 0.8,
};

/**
 * Checks a caller's options once and completes them.
 * @throws RangeError naming the option, its value and what is allowed.
 */
export function parseOptions(options: ProphetOptions = {}): ResolvedOptions {
  checkOptions(options, Object.keys(defaults));
  const stated = withoutUndefined(options);
  const given = { ...defaults, holidaysMode: stated.seasonalityMode ?? defaults.holidaysMode, ...stated };
  return {
    growth: parseChoice('growth', given.growth, ['linear', 'logistic', 'flat']),
    changepoints: parseChangepoints(given.changepoints),
    nChangepoints: parseWhole('nChangepoints', given.nChangepoints, 0, MAX_CHANGEPOINTS),
    changepointRange: parseShare('changepointRange', given.changepointRange),
    changepointPriorScale: parsePriorScale('changepointPriorScale', given.changepointPriorScale),
    yearlySeasonality: parseSwitch('yearlySeasonality', given.yearlySeasonality),
    weeklySeasonality: parseSwitch('weeklySeasonality', given.weeklySeasonality),
    dailySeasonality: parseSwitch('dailySeasonality', given.dailySeasonality),
    ...parseComponents(given),
    bounds: parseBounds(given.bounds),
    timeZone: checkTimeZone(given.timeZone),
    scaling: parseChoice('scaling', given.scaling, ['absmax', 'minmax']),
    intervalWidth: parseIntervalWidth(given.intervalWidth),
  };
}

/** Everything whose names must differ. */
function parseComponents(given: Required<ProphetOptions>) {
  const taken = new Map<string, string>();
  const seasonalityMode = parseMode('seasonalityMode', given.seasonalityMode);
  const seasonalityPriorScale = parsePriorScale('seasonalityPriorScale', given.seasonalityPriorScale);
  const holidaysPriorScale = parsePriorScale('holidaysPriorScale', given.holidaysPriorScale);
  const seasonal = { priorScale: seasonalityPriorScale, mode: seasonalityMode };
  const extra = { priorScale: holidaysPriorScale, mode: seasonalityMode };
  return {
    seasonalities: parseSeasonalities(given.seasonalities, seasonal, taken),
    seasonalityMode,
    seasonalityPriorScale,
    holidays: parseHolidays(given.holidays, holidaysPriorScale, taken),
    holidaysMode: parseMode('holidaysMode', given.holidaysMode),
    holidaysPriorScale,
    regressors: parseRegressors(given.regressors, extra, taken),
    steps: parseSteps(given.steps, holidaysPriorScale, taken),
  };
}

/**
 * A probability mass strictly between 0 and 1.
 * @throws RangeError otherwise.
 */
export function parseIntervalWidth(value: number): number {
  if (typeof value !== 'number' || !(value > 0 && value < 1)) {
    throw invalid('intervalWidth', value, 'a number above 0 and below 1');
  }
  return value;
}

function withoutUndefined<T extends object>(options: T): Partial<T> {
  const given: Partial<T> = { ...options };
  for (const name in given) {
    if (given[name] === undefined) {
      delete given[name];
    }
  }
  return given;
}

function parseShare(name: string, value: number): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) {
    throw invalid(name, value, 'a number from 0 to 1');
  }
  return value;
}

function parseSwitch(name: string, value: SeasonalitySwitch): SeasonalitySwitch {
  const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_FOURIER_ORDER;
  if (value !== 'auto' && typeof value !== 'boolean' && !isCount) {
    throw invalid(name, value, `'auto', true, false or a Fourier order from 0 to ${MAX_FOURIER_ORDER}`);
  }
  return value;
}

function parseChangepoints(value: readonly number[] | null): readonly number[] | null {
  if (value === null) {
    return null;
  }
  if (!Array.isArray(value)) {
    throw invalid('changepoints', value, 'a list of epoch milliseconds');
  }
  for (const time of value) {
    if (!isEpochTime(time)) {
      throw invalid('changepoint', time, EPOCH_TIME);
    }
  }
  return Array.from(Float64Array.from(value).sort());
}
