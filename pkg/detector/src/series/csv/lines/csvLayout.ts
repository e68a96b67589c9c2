import Papa from 'papaparse';

import { parseNumber } from '../cells/parseNumber.js';
import type { Delimiter } from '../csvContent.js';
import { invalidLine, quoted } from '../invalidLine.js';

import { timeColumns, isTime, isTimeName, type TimeColumns } from './timeColumns.js';

/** How a text is laid out, as its first lines say. */
export interface CsvLayout {
  readonly delimiter: Delimiter;
  /** Lines before the data: the one that says what separates columns, the header. Data begin on the line after it. */
  readonly nSkippedLines: number;
  readonly hasHeader: boolean;
  /** Headings of all columns; empty where there is none. */
  readonly names: readonly string[];
  /** Which columns hold the time. */
  readonly time: TimeColumns;
}

// A comma may be a decimal sign or stand in a time, so it separates columns only where nothing else does.
const delimiters: readonly Delimiter[] = ['\t', ';', ','];

const LENGTH_LOOKED_AT = 200_000;
const LINES_LOOKED_AT = 50;

const MAX_COLUMNS = 1001;
const MAX_NAME_LENGTH = 200;

// Excel writes and reads such a line to say what separates the columns; Grafana writes it on demand.
const SEPARATOR_LINE = /^"?sep=([,;\t])"?\s*$/i;

const EXPECTED = 'columns of times and of values, separated by comma, semicolon or tab';

interface Line {
  readonly number: number;
  readonly text: string;
}

function firstLines(text: string): Line[] {
  const lines = text.slice(0, LENGTH_LOOKED_AT).split(/\r\n|\n|\r/, 2 * LINES_LOOKED_AT);
  return lines
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '')
    .slice(0, LINES_LOOKED_AT);
}

function fieldsOf(line: string, delimiter: Delimiter): string[] {
  const [fields = []] = Papa.parse<string[]>(line, { delimiter, newline: '\n' }).data;
  return fields.map((field) => field.trim());
}

function chooseDelimiter(lines: readonly Line[]): Delimiter {
  const [first] = lines;
  const separates = (line: Line, delimiter: Delimiter) => fieldsOf(line.text, delimiter).length > 1;
  const chosen =
    delimiters.find((delimiter) => lines.every((line) => separates(line, delimiter))) ??
    delimiters.find((delimiter) => separates(first, delimiter));
  if (chosen === undefined) {
    throw invalidLine(first.number, `one column: ${quoted(first.text)}`, EXPECTED);
  }
  return chosen;
}

// Names may be numbers, those of CPU cores for instance, but the name of the time is none.
function isHeader(fields: readonly string[], { date }: TimeColumns): boolean {
  const isNumber = (field: string) => field !== '' && parseNumber(field) !== undefined;
  return !isTime(fields[date] ?? '') && (isTimeName(fields[date] ?? '') || !fields.some(isNumber));
}

function widthOf(rows: readonly (readonly string[])[]): number {
  // A delimiter at the end of the lines begins no column.
  return rows.reduce((most, fields) => Math.max(most, fields.findLastIndex((field) => field !== '') + 1), 0);
}

/**
 * Finds the delimiter, the header and the columns of the time: by their name, or else by what they hold.
 * @throws RangeError for a text without any row, with one column, or with more than a thousand beside the time.
 */
export function findLayout(text: string): CsvLayout {
  const lines = firstLines(text);
  const stated = SEPARATOR_LINE.exec(lines[0]?.text ?? '')?.[1];
  const rows = stated === undefined ? lines : lines.slice(1);
  const [first] = rows;
  if (first === undefined) {
    throw new RangeError(`the file is empty (expected ${EXPECTED})`);
  }
  const delimiter = delimiters.find((known) => known === stated) ?? chooseDelimiter(rows);
  const fields = rows.map((line) => fieldsOf(line.text, delimiter));
  const [heading] = fields;
  const time = timeColumns(heading, fields.length > 1 ? fields.slice(1) : fields);
  const hasHeader = isHeader(heading, time);
  const nColumns = Math.max(hasHeader ? heading.length : widthOf(fields), time.date + 1);
  if (nColumns > MAX_COLUMNS) {
    throw invalidLine(first.number, `${nColumns} columns`, `at most ${MAX_COLUMNS}`);
  }
  const nameOf = (place: number) => (hasHeader ? heading[place].replace(/^#\s*/, '').slice(0, MAX_NAME_LENGTH) : '');
  return {
    delimiter,
    nSkippedLines: hasHeader ? first.number : first.number - 1,
    hasHeader,
    names: Array.from({ length: nColumns }, (_, place) => nameOf(place)),
    time,
  };
}
