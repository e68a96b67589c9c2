import { checkColumn, checkObject } from '../checkShape.js';
import { completeModel } from '../fit/completeModel.js';
import { fitModel } from '../fit/fitModel.js';
import { fitRegularRows } from '../fit/fitRowsModel.js';
import type { Model } from '../fit/model.js';
import { bends, constantRows, restoreUntouched, rowsInput, rowsProblem } from '../fit/rowsProblem.js';
import { cleanHistory, isRegular } from '../history/cleanHistory.js';
import type { ExtraColumns, History, RegularHistory, TimedHistory } from '../history/history.js';
import { checkBoundsUsed } from '../history/inputFields.js';
import type { Kernel } from '../kernel/kernel.js';
import { parseOptions } from '../options/parseOptions.js';
import type { ProphetOptions, ResolvedOptions } from '../options/prophetOptions.js';

/** Many series on the same times, which share their further inputs. */
export type ManySeries = (Omit<TimedHistory, 'y'> | Omit<RegularHistory, 'y'>) &
  ExtraColumns & {
    /** One column of values for each series; NaN for a missing value. */
    readonly ys: readonly ArrayLike<number>[];
  };

/**
 * Fits every series by itself; what depends on the times alone is reckoned once: the Gram matrix, for all series without a
 * missing value.
 * @throws RangeError naming the series, or for bad options.
 */
export function fitMany(kernel: Kernel, series: ManySeries, given?: ProphetOptions): readonly Model[] {
  checkObject('series', series, 'an object with time, or start and stepMs, and ys');
  checkColumn('ys', series.ys, 'a list of columns');
  const { ys, ...rest } = series;
  const options = parseOptions(given);
  checkBoundsUsed(series, options.growth);
  const historyOf = (y: ArrayLike<number>): History => ({ ...rest, y });
  const fit =
    ys.length > 0 && isRegular(historyOf(ys[0]))
      ? (history: History) => fitModel(kernel, history, given)
      : createShare(kernel, options);
  return Array.from(ys, (y, i) => naming(`series ${i}`, () => fit(historyOf(y))));
}

/** Says which series an error is about. */
function naming<T>(what: string, fit: () => T): T {
  try {
    return fit();
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`${what}: ${error.message}`) : error;
  }
}

/** Fits histories one after another that have the same times; the first complete one leaves its Gram matrix to the others. */
function createShare(kernel: Kernel, options: ResolvedOptions): (history: History) => Model {
  let shared: Float64Array | undefined;
  return (history) => {
    const clean = cleanHistory(history);
    const problem = rowsProblem(clean, options);
    const { parts, terms } = problem;
    const known = constantRows(problem) ?? fitRegularRows(kernel, problem);
    if (known !== null) {
      return completeModel(parts, known);
    }
    const isComplete = clean.time.length === clean.nGiven && !bends(problem);
    const { fit, moments } = kernel.fitRows(rowsInput(problem), isComplete ? shared : undefined);
    shared ??= isComplete ? moments : undefined;
    return completeModel(parts, restoreUntouched(fit, terms));
  };
}
