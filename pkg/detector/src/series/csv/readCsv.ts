import { MAX_CSV_LENGTH, type CsvAnswers, type CsvContent, type CsvQuestion } from './csvContent.js';
import { interpretRows } from './interpretRows.js';
import { findLayout } from './lines/csvLayout.js';
import { csvPieces } from './lines/csvPieces.js';
import { CsvRows } from './lines/csvRows.js';

const BYTE_ORDER_MARK = '\uFEFF';

// Reading the text takes most of the time, making series of its rows the rest.
const READING_SHARE = 0.9;

/**
 * Reads a file of one or several series, a few thousand rows at each step, so that a caller can leave the browser its turn;
 * the last step returns the series, or a question where the file can be read in two ways.
 *
 * Columns are separated by comma, semicolon or tab, and found by their names or by what they hold, in any order: the time;
 * numbers, each column of them a series; at most one column of labels, which mark what was anomalous; texts that name the
 * series of their row. Times are ISO 8601, dates with the day or the month first, or seconds or milliseconds since 1970, one
 * of these for the whole file, UTC where no zone is given. Numbers may have thousands separated, and units, which are turned
 * into one for each column. Blank lines are passed over, missing values (nothing, NaN, null and the like) become NaN, rows
 * may come in any order, and several rows of one time become their mean. More than 200,000 rows of a series are thinned to a
 * round step. What is not plain to see of this is said in the content's notices.
 *
 * @param answers to questions that reading the file has put before. Default none.
 * @returns steps that yield the share of the work that is done, 0 to 1.
 * @throws RangeError that names the line and what was expected.
 */
export function* readCsvSteps(text: string, answers: CsvAnswers = {}): Generator<number, CsvContent | CsvQuestion> {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  refuseForeign(body);
  const layout = findLayout(body);
  const rows = new CsvRows(layout);
  for (const { firstLine, rows: lines, end } of csvPieces(body, layout.delimiter)) {
    lines.forEach((fields, index) => {
      const line = firstLine + index;
      if (line > layout.nSkippedLines) {
        rows.add(fields, line);
      }
    });
    yield (READING_SHARE * end) / body.length;
  }
  if (rows.count === 0) {
    throw new RangeError('the file has no rows (expected a time and a value in each)');
  }
  const making = interpretRows(rows, layout, answers);
  for (let step = making.next(); ; step = making.next()) {
    if (step.done === true) {
      return step.value;
    }
    yield READING_SHARE + (1 - READING_SHARE) * step.value;
  }
}

function refuseForeign(text: string): void {
  if (text.length > MAX_CSV_LENGTH) {
    throw new RangeError(`the file has ${text.length} characters (expected at most ${MAX_CSV_LENGTH})`);
  }
  if (text.includes('\0')) {
    throw new RangeError('the file is no plain text (expected a CSV)');
  }
}

/**
 * Reads a CSV in one go; see `readCsvSteps`.
 * @throws RangeError that names the line and what was expected.
 */
export function readCsv(text: string, answers: CsvAnswers = {}): CsvContent | CsvQuestion {
  const steps = readCsvSteps(text, answers);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}
