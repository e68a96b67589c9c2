import { checkFields, checkObject, checkOptions } from '../checkShape.js';
import { checkSpan, parseRegular } from '../history/cleanHistory.js';
import { EPOCH_TIME, isEpochTime } from '../history/epochTime.js';
import type { RegularHistory } from '../history/history.js';
import { invalid } from '../invalid.js';
import { parseWhole, parsePositive } from '../options/parseFields.js';
import { parseOptions } from '../options/parseOptions.js';
import type { ProphetOptions, ResolvedHoliday } from '../options/prophetOptions.js';
import type { TimeRange } from '../robust/excludeRanges.js';
import { DAY_MS } from './grid.js';

const LEAST_STEP_MS = 1000;

/** A training window: row i stands at `start + i stepMs`. */
export interface AdaptiveWindow extends Pick<RegularHistory, 'start' | 'stepMs' | 'y'> {
  /** With logistic growth: the value that it approaches, of all rows and in forecasts too. */
  readonly cap?: number;
  /** The value that it starts from. */
  readonly floor?: number;
}

/** A period of the caller's own. */
export interface CustomPeriod {
  /** Length of a cycle in milliseconds, above 0. */
  readonly periodMs: number;
  /** Sine and cosine pairs, a whole number from 1 to 500. */
  readonly fourierOrder: number;
}

/** Options of the fits. Steps are found; regressors and conditions have no columns here. */
export type AdaptiveModelOptions = Omit<ProphetOptions, 'steps' | 'regressors' | 'changepoints'>;

/** Options of an adaptive fit. */
export interface AdaptiveOptions {
  /**
   * Options of every fit. Other defaults than Prophet's: `dailySeasonality` of order 4 from two days on, `weeklySeasonality`
   * of order 20 from fourteen, no yearly one, and `bounds` `auto`. Growth is flat below three days, unless it is logistic.
   */
  readonly model?: AdaptiveModelOptions;
  /** Stretches that are not normal: nothing is made of their samples. Default none. */
  readonly exclude?: readonly TimeRange[];
  /** Epoch milliseconds: nothing is made of samples before it. Default: the start of the window. */
  readonly from?: number;
  /**
   * Another period than day and week: `offer` says which one there is, `add` also fits it, `off` does not look; a period of
   * the caller's own is fitted. Its component is named `cycle`. Default `offer`.
   */
  readonly period?: 'offer' | 'add' | 'off' | CustomPeriod;
}

/** The same, checked and complete. */
export interface ResolvedAdaptive {
  readonly model: AdaptiveModelOptions;
  readonly exclude: readonly TimeRange[];
  readonly from: number;
  readonly period: 'offer' | 'add' | 'off' | CustomPeriod;
  readonly timeZone: string;
  readonly holidays: readonly ResolvedHoliday[];
}

/**
 * Checks options and completes them.
 * @throws RangeError naming the option, its value and what is allowed.
 */
export function parseAdaptive(options: AdaptiveOptions = {}): ResolvedAdaptive {
  checkOptions(options, ['model', 'exclude', 'from', 'period']);
  const { model = {}, exclude = [], from = -Infinity, period = 'offer' } = options;
  checkObject('model', model, 'options of a fit');
  const unknown = ['steps', 'regressors', 'changepoints'].find((name) => name in model);
  if (unknown !== undefined) {
    throw invalid(`model.${unknown}`, Reflect.get(model, unknown), 'nothing: an adaptive fit has none of the caller’s');
  }
  const { timeZone, seasonalities, holidays } = parseOptions(model);
  const conditional = seasonalities.find(({ conditionName }) => conditionName !== null);
  if (conditional !== undefined) {
    throw invalid(
      `conditionName of seasonality ${conditional.name}`,
      conditional.conditionName,
      'none: it has no column',
    );
  }
  if (from !== -Infinity && !isEpochTime(from)) {
    throw invalid('from', from, EPOCH_TIME);
  }
  return { model, exclude, from, period: parsePeriod(period), timeZone, holidays };
}

function parsePeriod(period: ResolvedAdaptive['period']): ResolvedAdaptive['period'] {
  if (period === 'offer' || period === 'add' || period === 'off') {
    return period;
  }
  checkObject('period', period, "'offer', 'add', 'off' or an object with periodMs and fourierOrder");
  checkFields('field of period', period, ['periodMs', 'fourierOrder']);
  return {
    periodMs: parsePositive('period.periodMs', period.periodMs),
    fourierOrder: parseWhole('period.fourierOrder', period.fourierOrder, 1, 500),
  };
}

/**
 * Checks a window.
 * @throws RangeError for a step of which no whole number makes a day, or a window that cannot be fitted.
 */
export function parseWindow(window: AdaptiveWindow): AdaptiveWindow {
  checkObject('window', window, 'an object with start, stepMs and y');
  checkFields('field of the window', window, ['start', 'stepMs', 'y', 'cap', 'floor']);
  const { stepMs, y, start } = parseRegular(window);
  if (!Number.isInteger(DAY_MS / stepMs) || stepMs < LEAST_STEP_MS) {
    throw invalid('stepMs', stepMs, `milliseconds, at least ${LEAST_STEP_MS}, of which a whole number makes a day`);
  }
  checkSpan(start, start + (y.length - 1) * stepMs);
  return window;
}
