import type { CleanHistory } from '../history/cleanHistory.js';
import type { TimedHistory } from '../history/history.js';
import { selectRows } from '../history/selectRows.js';
import { invalid } from '../invalid.js';
import type { Prophet } from '../prophet.js';
import type { ProphetOptions, ResolvedOptions } from '../options/prophetOptions.js';
import type { Seasonality } from '../features/seasonality.js';
import { countUpTo } from './placeCutoffs.js';

/** Forecasts of observations that the model had not seen: columns of equal length. */
export interface CrossValidation {
  /** Epoch milliseconds. */
  readonly time: Float64Array;
  /** End of the training that made the row's forecast, epoch milliseconds. */
  readonly cutoff: Float64Array;
  readonly y: Float64Array;
  readonly yhat: Float64Array;
  readonly yhatLower: Float64Array;
  readonly yhatUpper: Float64Array;
}

/** Options that every fold is fitted with. */
export interface FoldSettings {
  readonly options: ResolvedOptions;
  /** Taken as they are: a fold has less history, but keeps the seasonalities of the whole. */
  readonly seasonalities: readonly Seasonality[];
}

/**
 * Fits the rows up to the cutoff and forecasts those of the horizon after it.
 * @throws RangeError where fewer than two rows end by the cutoff.
 */
export function forecastFold(
  prophet: Prophet,
  history: CleanHistory,
  settings: FoldSettings,
  cutoff: number,
  horizonMs: number,
): CrossValidation {
  const { time, y } = history;
  const end = countUpTo(time, cutoff);
  if (end < 2) {
    throw invalid('cutoff', cutoff, 'a time with at least 2 rows up to it');
  }
  const last = countUpTo(time, cutoff + horizonMs);
  const model = prophet.fit(trainingRows(history, end, settings), foldOptions(settings, time[end - 1]));
  const { yhat, yhatLower, yhatUpper } = prophet.predict(model, selectRows(history, end, last));
  return {
    time: time.slice(end, last),
    cutoff: new Float64Array(last - end).fill(cutoff),
    y: y.slice(end, last),
    yhat,
    yhatLower,
    yhatUpper,
  };
}

/** Rows before `end`; candidates of one search may differ in whether they have a use for bounds. */
function trainingRows(history: CleanHistory, end: number, { options }: FoldSettings): TimedHistory {
  const rows = selectRows(history, 0, end);
  return options.growth === 'logistic' ? rows : { ...rows, cap: undefined, floor: undefined };
}

/** The same settings for less history; of explicit changepoints those before its end. */
function foldOptions({ options, seasonalities }: FoldSettings, end: number): ProphetOptions {
  return {
    ...options,
    changepoints: options.changepoints?.filter((changepoint) => changepoint < end),
    yearlySeasonality: false,
    weeklySeasonality: false,
    dailySeasonality: false,
    seasonalities,
  };
}

/** All folds as one. */
export function joinFolds(folds: readonly CrossValidation[]): CrossValidation {
  const column = (name: keyof CrossValidation) => {
    const joined = new Float64Array(folds.reduce((sum, fold) => sum + fold[name].length, 0));
    let at = 0;
    for (const fold of folds) {
      joined.set(fold[name], at);
      at += fold[name].length;
    }
    return joined;
  };
  return {
    time: column('time'),
    cutoff: column('cutoff'),
    y: column('y'),
    yhat: column('yhat'),
    yhatLower: column('yhatLower'),
    yhatUpper: column('yhatUpper'),
  };
}
