import Papa from 'papaparse';

import type { Delimiter } from './csvSeries';
import { invalidLine, quoted } from './invalidLine';
import { parseEpoch, parseIso8601 } from './parseTimestamp';
import { parseValue } from './parseValue';

/** How a text is laid out, judged by its first lines. */
export interface CsvLayout {
  readonly delimiter: Delimiter;
  /** Lines before the data: a byte order mark's own, the header. Data begin on the line after it. */
  readonly nSkippedLines: number;
  readonly hasHeader: boolean;
  /** Name of the column of values; empty without a header. */
  readonly valueName: string;
}

// A comma may be a decimal sign or stand in a time, so it separates columns only where nothing else does.
const delimiters: readonly Delimiter[] = ['\t', ';', ','];

const LINES_LOOKED_AT = 10;

// Excel writes and reads such a line to say what separates the columns.
const SEPARATOR_LINE = /^"?sep=([,;\t])"?$/i;

const EXPECTED = 'timestamp and value, and at most a label, separated by comma, semicolon or tab';

interface Line {
  readonly number: number;
  readonly text: string;
}

function firstLines(text: string): Line[] {
  // Long enough for ten lines of any sensible length.
  return text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
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

function looksLikeHeader([timestamp = '', value = '']: readonly string[]): boolean {
  const isTime = !Number.isNaN(parseIso8601(timestamp)) || !Number.isNaN(parseEpoch(timestamp));
  return !isTime && parseValue(value) === undefined;
}

/**
 * Finds the delimiter and the header. A first row is a header where neither a time nor a number stands where they should.
 * @throws RangeError for a text without any row, or with one column.
 */
export function findLayout(text: string): CsvLayout {
  const lines = firstLines(text);
  const stated = SEPARATOR_LINE.exec(lines[0]?.text.trim() ?? '')?.[1];
  const rows = stated === undefined ? lines : lines.slice(1);
  const [first] = rows;
  if (first === undefined) {
    throw new RangeError(`the file is empty (expected ${EXPECTED})`);
  }
  const delimiter = delimiters.find((known) => known === stated) ?? chooseDelimiter(rows);
  const fields = fieldsOf(first.text, delimiter);
  const hasHeader = looksLikeHeader(fields);
  return {
    delimiter,
    nSkippedLines: hasHeader ? first.number : first.number - 1,
    hasHeader,
    valueName: hasHeader ? (fields[1] ?? '') : '',
  };
}
