import type { CsvColumn } from '../cells/csvColumn.js';
import type { SeenCell } from '../cells/numberCells.js';
import type { CsvAnswers, DecimalSign, Delimiter } from '../csvContent.js';
import { invalidLine, quoted } from '../invalidLine.js';

/** The decimal sign of a file, and how sure it is. */
export interface DecimalDecision {
  readonly decimal: DecimalSign;
  /** How sure that is: proven by the numbers, the custom of such files, said by an answer, or not at all. */
  readonly basis: 'proof' | 'custom' | 'answer' | 'guess';
}

/** The hints of a file, beside its numbers, at the decimal sign. */
export interface DecimalContext {
  readonly delimiter: Delimiter;
  /** Whether dates have points, as where decimals have commas. */
  readonly hasDottedDates: boolean;
  readonly answer: CsvAnswers['decimal'];
}

function first(cells: readonly (SeenCell | undefined)[]): SeenCell | undefined {
  return cells
    .filter((cell) => cell !== undefined)
    .reduce<SeenCell | undefined>(
      (least, cell) => (least === undefined || cell.line < least.line ? cell : least),
      undefined,
    );
}

// Proofs of both signs contradict each other.
function provenSign(columns: readonly CsvColumn[]): DecimalSign | undefined {
  const [comma, point] = ([',', '.'] as const).map((sign) => first(columns.map(({ numbers }) => numbers.proofs[sign])));
  if (comma !== undefined && point !== undefined) {
    const isComma = comma.line < point.line;
    const { line, text } = isComma ? point : comma;
    const sign = isComma ? 'comma' : 'point';
    throw invalidLine(line, `invalid value: ${quoted(text)}`, `a decimal ${sign}, as in the rows before`);
  }
  return comma === undefined ? (point === undefined ? undefined : '.') : ',';
}

// Where the numbers prove nothing. Who writes decimal commas separates columns otherwise, and sets points in dates.
function signByCustom(hasComma: boolean, hasPoint: boolean, context: DecimalContext): DecimalDecision {
  const { delimiter, hasDottedDates } = context;
  if (hasComma && !hasPoint && hasDottedDates !== (delimiter === ',')) {
    return { decimal: hasDottedDates ? ',' : '.', basis: 'custom' };
  }
  return { decimal: hasDottedDates || (hasComma && delimiter === ';') ? ',' : '.', basis: 'guess' };
}

/**
 * Decides once for a file which sign stands before the decimals. Where its numbers prove neither: a comma before
 * exactly three digits separates thousands in a file whose columns are separated by commas, and decimals where dates
 * have points; a point before exactly three digits separates decimals, except that dates with points, or semicolons,
 * are those of countries with decimal commas. What remains is a guess.
 * @throws RangeError that names the line where numbers prove both signs.
 */
export function decideDecimal(columns: readonly CsvColumn[], context: DecimalContext): DecimalDecision {
  const proven = provenSign(columns);
  const isOpen = (sign: DecimalSign) => columns.some(({ numbers }) => numbers.openCells[sign].length > 0);
  const [hasComma, hasPoint] = [isOpen(','), isOpen('.')];
  const isCommaCountry = context.hasDottedDates || context.delimiter === ';';
  if (proven !== undefined || !(hasComma || (hasPoint && isCommaCountry))) {
    return { decimal: proven ?? '.', basis: 'proof' };
  }
  return context.answer === undefined
    ? signByCustom(hasComma, hasPoint, context)
    : { decimal: context.answer, basis: 'answer' };
}
