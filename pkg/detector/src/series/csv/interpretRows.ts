import type { CsvColumn } from './cells/csvColumn.js';
import { columnRoles, passedOver } from './columns/columnRoles.js';
import { decideDecimal } from './columns/decimalSign.js';
import { readColumn, scaleOf } from './columns/readColumn.js';
import type { CsvAnswers, CsvContent, CsvQuestion } from './csvContent.js';
import { csvNotices, type NoticedSeries } from './csvNotices.js';
import { dayOrderQuestion, decimalQuestion } from './csvQuestions.js';
import type { CsvLayout } from './lines/csvLayout.js';
import type { CsvRows } from './lines/csvRows.js';
import { csvSeries } from './series/csvSeries.js';
import { seriesGroups } from './series/seriesGroups.js';

// A column of units that have nothing in common, names such as 4a7 for instance, is a mistake only where it stands alone.
function withUnit(values: readonly CsvColumn[]): readonly CsvColumn[] {
  const usable = values.filter((column) => scaleOf(column) !== undefined);
  return usable.length > 0 ? usable : values.slice(0, 1);
}

function toSeries({ nRepeated: _repeated, thinnedToMs: _thinned, ...series }: NoticedSeries) {
  return series;
}

/**
 * Makes series of the rows of a file, one at each step, after deciding what holds for all of it.
 * @returns steps that yield the share of the series that are made, 0 to 1.
 * @throws RangeError that names the line of what contradicts the rest of the file.
 */
export function* interpretRows(
  rows: CsvRows,
  { delimiter, hasHeader }: CsvLayout,
  answers: CsvAnswers,
): Generator<number, CsvContent | CsvQuestion> {
  const roles = columnRoles(rows.columns, rows.count, hasHeader);
  const days = rows.time.decideOrder(answers.dayOrder);
  const { time, format: timestamps } = rows.time.read(days.order);
  yield 0;
  const found = seriesGroups(time, roles);
  const values = withUnit(found.values);
  const { hasDottedDates, hasZone } = rows.time;
  const sign = decideDecimal(values, { delimiter, hasDottedDates, answer: answers.decimal });
  const reading = { answers, order: days.order, decimal: sign.decimal };
  if (days.basis === 'guess') {
    return dayOrderQuestion(rows, values, reading);
  }
  if (sign.basis === 'guess') {
    return decimalQuestion(rows, values, reading);
  }
  const groups = { ...found, values };
  yield 0;
  const columns = values.map((column) => readColumn(column, rows.count, sign.decimal));
  const series: NoticedSeries[] = [];
  for (const one of csvSeries({ time, groups, columns, label: roles.label })) {
    series.push(one);
    yield series.length / (columns.length * groups.groups.texts.length);
  }
  const format = { delimiter, decimal: sign.decimal, timestamps, hasHeader };
  const unusable = found.values.filter((column) => !values.includes(column));
  return {
    kind: 'content',
    series: series.map(toSeries),
    format,
    nRows: rows.count,
    notices: [
      ...csvNotices(series, format, hasZone),
      ...unusable.map((column) => passedOver(column, 'its units have nothing in common')),
      ...[...roles.notices, ...found.notices],
    ],
    settled: [
      ...(days.basis === 'proof' ? [] : [dayOrderQuestion(rows, values, reading)]),
      ...(sign.basis === 'proof' ? [] : [decimalQuestion(rows, values, reading)]),
    ],
  };
}
