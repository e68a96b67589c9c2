import { checkFields } from '../checkShape.js';
import { invalid } from '../invalid.js';
import type { Growth } from '../options/prophetOptions.js';
import type { ExtraColumns } from './history.js';

const EXTRA = ['cap', 'floor', 'regressors', 'conditions'];
const HISTORY = ['time', 'y', 'start', 'stepMs', ...EXTRA];
// A history is asked for its own forecast, too.
const ROWS = [...HISTORY, 'count'];

/**
 * Refuses columns of a history that nobody reads: most often a misspelt one.
 * @throws RangeError naming the column and those there are.
 */
export function checkHistoryFields(history: object): void {
  checkFields('column of the history', history, HISTORY);
}

/** The same for rows to forecast. */
export function checkRowFields(rows: object): void {
  checkFields('column of the rows', rows, ROWS);
}

/**
 * Refuses bounds that a fit would ignore.
 * @throws RangeError naming the bound and what to do instead.
 */
export function checkBoundsUsed({ cap, floor }: ExtraColumns, growth: Growth): void {
  if (growth === 'logistic' || (cap === undefined && floor === undefined)) {
    return;
  }
  const [name, value] = cap === undefined ? ['floor', floor] : ['cap', cap];
  throw invalid(
    name,
    value,
    `none with ${growth} growth; set growth to 'logistic', or bounds to keep forecasts within`,
  );
}
