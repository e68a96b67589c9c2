import { guessUnit } from '../guessUnit';

import { findLayout } from './csvLayout';
import { csvPieces } from './csvPieces';
import { CsvRows } from './csvRows';
import { MAX_CSV_LENGTH, type CsvSeries } from './csvSeries';
import { orderRows } from './orderRows';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads `timestamp,value[,label]`, a few thousand rows at each step, so that a caller can leave the browser its turn;
 * the last step returns the series.
 *
 * Columns are separated by comma, semicolon or tab. Times are ISO 8601 (UTC where no zone is given) or seconds or
 * milliseconds since 1970, one of these for the whole file. Decimals follow a point, or a comma where it does not separate
 * columns. Blank lines are passed over, missing values (nothing, NaN, null and the like) become NaN, rows may come in any
 * order, and of several rows of one time the last counts.
 *
 * @returns steps that yield the share of the text that has been read, 0 to 1.
 * @throws RangeError that names the line and what was expected.
 */
export function* readCsvSteps(text: string): Generator<number, CsvSeries> {
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
    yield end / body.length;
  }
  const { isPercent, format, ...columns } = rows.finish();
  const { time, y, labels, isSorted, nReplaced } = orderRows(columns);
  const series = { name: layout.valueName, labels: {}, time, y };
  const unit = isPercent ? 'percent' : guessUnit(series);
  return { series, labels, unit, format, nRows: columns.time.length, nReplaced, isSorted };
}

function refuseForeign(text: string): void {
  if (text.length > MAX_CSV_LENGTH) {
    throw new RangeError(`the file has ${text.length} characters (expected at most ${MAX_CSV_LENGTH})`);
  }
  if (text.includes('\0')) {
    throw new RangeError('the file is no plain text (expected a CSV in UTF-8)');
  }
}

/**
 * Reads a CSV in one go; see `readCsvSteps`.
 * @throws RangeError that names the line and what was expected.
 */
export function readCsv(text: string): CsvSeries {
  const steps = readCsvSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}
