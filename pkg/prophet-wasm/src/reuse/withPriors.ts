import { chooseSeasonalities, shapeOf } from '../features/chooseSeasonalities.js';
import { holidayColumns } from '../features/holidayColumns.js';
import type { RowsProblem } from '../fit/rowsProblem.js';
import type { ResolvedOptions } from '../options/prophetOptions.js';

/** The same problem under options that differ in prior scales and the interval's width alone: no column is made again. */
export function withPriors({ parts, terms, ...problem }: RowsProblem, options: ResolvedOptions): RowsProblem {
  const features = {
    seasonalities: chooseSeasonalities(shapeOf(problem.history.time), options).active,
    holidays: holidayColumns(options.holidays),
    regressors: parts.features.regressors.map((regressor, i) => ({
      ...regressor,
      priorScale: options.regressors[i].priorScale,
    })),
  };
  const scales = [...features.seasonalities, ...features.holidays, ...features.regressors, ...options.steps];
  return {
    ...problem,
    parts: { ...parts, options, features },
    terms: terms.map((term, i) => ({ ...term, priorScale: scales[i].priorScale })),
  };
}
