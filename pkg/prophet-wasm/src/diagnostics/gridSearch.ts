import { chooseSeasonalities, shapeOf } from '../features/chooseSeasonalities.js';
import { cleanHistory, type CleanHistory } from '../history/cleanHistory.js';
import type { History } from '../history/history.js';
import { invalid } from '../invalid.js';
import { parseOptions } from '../options/parseOptions.js';
import type { Prophet } from '../prophet.js';
import type { ProphetOptions, ResolvedOptions } from '../options/prophetOptions.js';
import { chooseCutoffs, longestSeason, type CrossValidationOptions } from './crossValidate.js';
import { forecastFold, joinFolds, type CrossValidation, type FoldSettings } from './fold.js';
import type { MetricName } from './metrics.js';
import { performanceMetrics } from './performanceMetrics.js';
import type { Progress } from './runSteps.js';

/** Values to try, by option: every combination is a candidate. */
export type OptionGrid = { readonly [Name in keyof ProphetOptions]?: readonly ProphetOptions[Name][] };

/** How to search. */
export interface GridSearchOptions extends CrossValidationOptions {
  /** Options that all candidates have. Default: Prophet's. */
  readonly base?: ProphetOptions;
  /**
   * Measure that ranks candidates: the smaller, the better; of `coverage`, its distance from `intervalWidth`. Default
   * `rmse`.
   */
  readonly metric?: MetricName;
}

/** How one combination did. */
export interface GridCandidate {
  /** `base` and the candidate's own values. */
  readonly options: ProphetOptions;
  /** The metric over all folds; NaN when it could not be computed. */
  readonly value: number;
  /** Why it could not. */
  readonly error?: string;
}

const MOST_CANDIDATES = 10_000;

/**
 * Cross-validates every combination of option values on the same cutoffs, in slices of one fold: an iterator that gives
 * its progress, and may simply be left. Its result are the candidates, the best first, those without a value last.
 * @throws RangeError for options that cannot be used, and as `crossValidate` does.
 */
export function* gridSearch(
  prophet: Prophet,
  data: History,
  grid: OptionGrid,
  options: GridSearchOptions,
): Generator<Progress, readonly GridCandidate[]> {
  const { base = {}, metric = 'rmse', horizonMs } = options;
  const history = cleanHistory(data);
  const candidates = combinations(base, grid);
  const settings = candidates.map((candidate) => settingsOf(history, parseOptions(candidate)));
  const longest = Math.max(...settings.map(({ seasonalities }) => longestSeason(seasonalities)));
  const cutoffs = chooseCutoffs(history.time, options, longest);
  const total = candidates.length * cutoffs.length;
  const results: GridCandidate[] = [];
  for (let c = 0; c < candidates.length; c++) {
    const folds: CrossValidation[] = [];
    let error: string | undefined;
    for (let i = 0; i < cutoffs.length && error === undefined; i++) {
      const fold = attempt(() => forecastFold(prophet, history, settings[c], cutoffs[i], horizonMs));
      if (typeof fold === 'string') {
        error = fold;
      } else {
        folds.push(fold);
      }
      yield { done: c * cutoffs.length + (error === undefined ? i + 1 : cutoffs.length), total };
    }
    results.push({ options: candidates[c], ...measured(folds, metric, settings[c].options, error) });
  }
  return results.sort(better);
}

function combinations(base: ProphetOptions, grid: OptionGrid): readonly ProphetOptions[] {
  const lists = Object.entries(grid);
  const count = lists.reduce((product, [, values]) => product * values.length, 1);
  if (count === 0 || count > MOST_CANDIDATES) {
    throw invalid('grid', `${count} combinations`, `1 to ${MOST_CANDIDATES}`);
  }
  return lists.reduce<readonly ProphetOptions[]>(
    (made, [name, values]) => made.flatMap((options) => values.map((value) => ({ ...options, [name]: value }))),
    [base],
  );
}

/** The seasonalities that the whole history would give the options. */
function settingsOf({ time }: CleanHistory, options: ResolvedOptions): FoldSettings {
  return { options, seasonalities: chooseSeasonalities(shapeOf(time), options).active };
}

/** A fold that cannot be fitted spoils its candidate, not the search. */
function attempt(forecast: () => CrossValidation): CrossValidation | string {
  try {
    return forecast();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function measured(
  folds: readonly CrossValidation[],
  metric: MetricName,
  { intervalWidth }: ResolvedOptions,
  error: string | undefined,
): Omit<GridCandidate, 'options'> {
  if (error !== undefined) {
    return { value: NaN, error };
  }
  const measured = performanceMetrics(joinFolds(folds), { metrics: [metric], rollingWindow: 1 });
  if (measured === null) {
    return { value: NaN, error: `${metric} does not exist: an observation is 0` };
  }
  const value = measured.values[metric][0];
  return { value: metric === 'coverage' ? Math.abs(value - intervalWidth) : value };
}

function better(one: GridCandidate, other: GridCandidate): number {
  const rank = ({ value }: GridCandidate) => (Number.isNaN(value) ? Infinity : value);
  return rank(one) === rank(other) ? 0 : rank(one) - rank(other);
}
