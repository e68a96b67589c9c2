import { completeModel } from '../fit/completeModel.js';
import { fitRegularRows } from '../fit/fitRowsModel.js';
import type { Model } from '../fit/model.js';
import { bends, constantRows, restoreUntouched, rowsInput, rowsProblem, type RowsProblem } from '../fit/rowsProblem.js';
import { cleanHistory, type CleanHistory } from '../history/cleanHistory.js';
import type { History } from '../history/history.js';
import type { Kernel } from '../kernel/kernel.js';
import { parseOptions } from '../options/parseOptions.js';
import type { ProphetOptions, ResolvedOptions } from '../options/prophetOptions.js';
import { withPriors } from './withPriors.js';

/** A history that is fitted more than once. */
export interface Prepared {
  /**
   * The model that `prophet.fit` would give, at the cost of what has changed since the last call: the history is checked
   * and sorted once, and where only prior scales or the interval's width differ, its rows are not looked at again.
   * @throws RangeError as `prophet.fit` does.
   */
  fit(options?: ProphetOptions): Model;
}

/** Moments that the last fit of rows has left, and the problem they belong to. */
interface Remains {
  readonly key: string;
  readonly problem: RowsProblem;
  readonly moments: Float64Array;
}

/** Checks and sorts a history once. */
export function prepare(kernel: Kernel, history: History): Prepared {
  const clean = cleanHistory(history);
  let remains: Remains | null = null;
  return {
    fit(given) {
      const options = parseOptions(given);
      const key = keyOf(options);
      const again = remains?.key === key ? refit(kernel, remains, options) : null;
      if (again !== null) {
        return again;
      }
      const fitted = fitAnew(kernel, clean, options);
      remains = fitted.moments && { key, problem: fitted.problem, moments: fitted.moments };
      return fitted.model;
    },
  };
}

/** Everything in the options but what a fit's moments do not depend on. */
function keyOf(options: ResolvedOptions): string {
  return JSON.stringify(options, (name, value: unknown) =>
    name === 'intervalWidth' || name.toLowerCase().endsWith('priorscale') ? undefined : value,
  );
}

function fitAnew(kernel: Kernel, clean: CleanHistory, options: ResolvedOptions) {
  const problem = rowsProblem(clean, options);
  const { parts, terms } = problem;
  const known = constantRows(problem) ?? fitRegularRows(kernel, problem);
  if (known !== null) {
    return { problem, moments: null, model: completeModel(parts, known) };
  }
  const { fit, moments } = kernel.fitRows(rowsInput(problem));
  return {
    problem,
    moments: bends(problem) ? null : moments,
    model: completeModel(parts, restoreUntouched(fit, terms)),
  };
}

function refit(kernel: Kernel, { problem, moments }: Remains, options: ResolvedOptions): Model | null {
  const changed = withPriors(problem, options);
  const fit = kernel.refitRows(rowsInput(changed), moments);
  return fit && completeModel(changed.parts, restoreUntouched(fit, changed.terms));
}
