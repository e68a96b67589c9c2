import { checkOptions } from './checkShape.js';
import { EPOCH_TIME, isEpochTime } from './epochTime.js';
import { invalid } from './invalid.js';
import { MAX_CHANGEPOINTS, MAX_FOURIER_ORDER } from './limits.js';
import { parseSeasonalities } from './parseSeasonalities.js';
import type { ProphetOptions, ResolvedOptions, SeasonalitySwitch } from './prophetOptions.js';

/** Prophet's own defaults. */
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
  seasonalityPriorScale: 10,
  scaling: 'absmax',
  intervalWidth: 0.8,
};

/**
 * Checks a caller's options once and completes them.
 * @throws RangeError naming the option, its value and what is allowed.
 */
export function parseOptions(options: ProphetOptions = {}): ResolvedOptions {
  checkOptions(options, Object.keys(defaults));
  const given = { ...defaults, ...withoutUndefined(options) };
  const seasonalityPriorScale = parsePositive('seasonalityPriorScale', given.seasonalityPriorScale);
  return {
    growth: parseChoice('growth', given.growth, ['linear', 'flat']),
    changepoints: parseChangepoints(given.changepoints),
    nChangepoints: parseCount('nChangepoints', given.nChangepoints, MAX_CHANGEPOINTS),
    changepointRange: parseShare('changepointRange', given.changepointRange),
    changepointPriorScale: parsePositive('changepointPriorScale', given.changepointPriorScale),
    yearlySeasonality: parseSwitch('yearlySeasonality', given.yearlySeasonality),
    weeklySeasonality: parseSwitch('weeklySeasonality', given.weeklySeasonality),
    dailySeasonality: parseSwitch('dailySeasonality', given.dailySeasonality),
    seasonalities: parseSeasonalities(given.seasonalities, seasonalityPriorScale),
    seasonalityPriorScale,
    scaling: parseChoice('scaling', given.scaling, ['absmax', 'minmax']),
    intervalWidth: parseIntervalWidth(given.intervalWidth),
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

function parseChoice<T extends string>(name: string, value: T, choices: readonly T[]): T {
  if (!choices.includes(value)) {
    throw invalid(name, value, choices.join(' or '));
  }
  return value;
}

function parsePositive(name: string, value: number): number {
  if (typeof value !== 'number' || !(value > 0 && value < Infinity)) {
    throw invalid(name, value, 'a number above 0');
  }
  return value;
}

function parseShare(name: string, value: number): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) {
    throw invalid(name, value, 'a number from 0 to 1');
  }
  return value;
}

function parseCount(name: string, value: number, most: number): number {
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw invalid(name, value, `a whole number from 0 to ${most}`);
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
