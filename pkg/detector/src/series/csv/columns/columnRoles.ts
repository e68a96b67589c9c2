import type { CsvColumn } from '../cells/csvColumn.js';
import { quoted } from '../invalidLine.js';
import { isTimeName } from '../lines/timeColumns.js';

import { invalidValue, kindOf, type ColumnKind } from './columnKind.js';

/** The roles of a file's columns. */
export interface ColumnRoles {
  /** Each is a series, or one for every group of rows; at least one. */
  readonly values: readonly CsvColumn[];
  /** Says what was anomalous. */
  readonly label: CsvColumn | undefined;
  /** Texts that may name the series of their row. */
  readonly names: readonly CsvColumn[];
  /** Columns of which nothing is made, and why, in sentences. */
  readonly notices: readonly string[];
}

const LABEL_NAME = /^(labels?|(is[ _]?)?anomal(y|ies|ous|ie|ien)|outliers?|(ground[ _]?)?truth)$/i;

// Names that libraries give the column that counts the rows.
const INDEX_NAME = /^(|index|id|row|nr|no|unnamed: 0)$/i;

// The year 2000.
const FIRST_EPOCH_SECONDS = 946_684_800;

function isEmpty(column: CsvColumn | undefined): boolean {
  return column !== undefined && column.numbers.count + column.nTexts === 0;
}

function everyRow(nRows: number, test: (row: number) => boolean): boolean {
  for (let row = 0; row < nRows; row++) {
    if (!test(row)) {
      return false;
    }
  }
  return true;
}

// `timestamp,value,label` without a header: the last column holds nothing but 0 and 1.
function binaryLast(
  numbers: readonly CsvColumn[],
  columns: readonly CsvColumn[],
  nRows: number,
): CsvColumn | undefined {
  const last = numbers.length > 1 ? numbers[numbers.length - 1] : undefined;
  const isBinary = (value: number) => value === 0 || value === 1 || Number.isNaN(value);
  const isLast = last !== undefined && last === columns.at(-1);
  return isLast && everyRow(nRows, (row) => isBinary(last.numbers.at(row))) ? last : undefined;
}

function rowCounter(numbers: readonly CsvColumn[], nRows: number): CsvColumn | undefined {
  const [first] = numbers;
  const counts = (row: number) => row === 0 || first.numbers.at(row) === first.numbers.at(row - 1) + 1;
  return numbers.length > 1 && INDEX_NAME.test(first.name) && everyRow(nRows, counts) ? first : undefined;
}

// A second column of times, such as the end of an interval, is no series and names none.
function isOtherTime({ name, numbers, nTexts }: CsvColumn, nRows: number): boolean {
  const isLate = (value: number) => Number.isNaN(value) || value >= FIRST_EPOCH_SECONDS;
  return isTimeName(name) && (nTexts > 0 || (numbers.count > 0 && everyRow(nRows, (row) => isLate(numbers.at(row)))));
}

/** A sentence on a column of which nothing is made. */
export function passedOver({ name, place }: CsvColumn, reason: string): string {
  return `Column ${name === '' ? place + 1 : quoted(name)} is passed over: ${reason}.`;
}

// In a file without numbers: the first column, where it says nothing at all, or the labels.
function spareValues(columns: readonly CsvColumn[], label: CsvColumn | undefined): CsvColumn {
  const others = columns.filter((column) => column !== label);
  const spare = isEmpty(others[0]) ? others[0] : label;
  if (spare !== undefined && spare.nTexts === 0) {
    return spare;
  }
  const text = columns.find(({ firstText }) => firstText !== undefined)?.firstText;
  throw text === undefined
    ? new RangeError('the file has no values (expected a column of numbers beside the times)')
    : invalidValue(text);
}

/**
 * Decides what the columns of a file are for, by their names and by what they hold.
 * @throws RangeError that names the line of a text among numbers, and for a file without numbers.
 */
export function columnRoles(columns: readonly CsvColumn[], nRows: number, hasHeader: boolean): ColumnRoles {
  const named = columns.find(({ name }) => LABEL_NAME.test(name));
  const times = columns.filter((column) => isOtherTime(column, nRows));
  const others = columns.filter((column) => column !== named && !times.includes(column));
  const kinds = new Map(others.map((column) => [column, kindOf(column, nRows)]));
  const of = (kind: ColumnKind) => others.filter((column) => kinds.get(column) === kind);
  const numbers = of('numbers');
  const marks = of('marks');
  const label = named ?? marks[0] ?? (hasHeader ? undefined : binaryLast(numbers, columns, nRows));
  const counter = hasHeader ? rowCounter(numbers, nRows) : undefined;
  const values = numbers.filter((column) => column !== label && column !== counter);
  const spare = values.length > 0 ? undefined : spareValues(columns, label);
  return {
    values: spare === undefined ? values : [spare],
    label: label === spare ? undefined : label,
    names: of('names'),
    notices: [
      ...times.map((column) => passedOver(column, 'another column holds the time')),
      ...marks
        .filter((column) => column !== label)
        .map((column) => passedOver(column, 'another column holds the labels')),
      ...of('freeText').map((column) => passedOver(column, 'its texts are too many to mark rows or to name series')),
      ...(counter === undefined ? [] : [passedOver(counter, 'it counts the rows')]),
    ],
  };
}
