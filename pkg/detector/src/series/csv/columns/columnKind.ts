import type { CsvColumn } from '../cells/csvColumn.js';
import type { SeenCell } from '../cells/numberCells.js';
import { invalidLine, quoted } from '../invalidLine.js';
import { isNormalLabel } from '../labelWords.js';

/**
 * The kind of a column's cells: numbers, names that stand in every row, marks that stand in some or say that others are
 * normal, or texts of which nothing can be made.
 */
export type ColumnKind = 'empty' | 'numbers' | 'names' | 'marks' | 'freeText';

const SERIES_NAME = /^(instance|host(name)?|node|pod|container|job|device|server|series|metric|name)$/i;

/** The error for a cell that should be a number. */
export function invalidValue(
  { line, text }: SeenCell,
  expected = 'a number such as 0.42, 42 % or 1.5 GiB, or nothing',
) {
  return invalidLine(line, `invalid value: ${quoted(text)}`, expected);
}

function isSparse({ numbers, nTexts }: CsvColumn, nRows: number): boolean {
  return 2 * (numbers.count + nTexts) < nRows;
}

// Among numbers a text is a mistake; where most rows say nothing, a few numbers among texts are texts too.
function holdsNumbers(column: CsvColumn, nRows: number): boolean {
  const { numbers, nTexts } = column;
  return numbers.count >= nTexts * (isSparse(column, nRows) ? 10 : 1);
}

/**
 * Decides what a column holds, by all of its cells.
 * @throws RangeError that names the line of a text among numbers.
 */
export function kindOf(column: CsvColumn, nRows: number): ColumnKind {
  const { name, numbers, nTexts, firstText, texts } = column;
  if (numbers.count + nTexts === 0) {
    return 'empty';
  }
  if (holdsNumbers(column, nRows)) {
    if (firstText !== undefined) {
      throw invalidValue(firstText);
    }
    return 'numbers';
  }
  const different = texts.different();
  if (different === undefined) {
    return 'freeText';
  }
  const saysNormal = isSparse(column, nRows) || different.some(isNormalLabel);
  return saysNormal && !SERIES_NAME.test(name) ? 'marks' : 'names';
}
