import type { CsvColumn } from './cells/csvColumn.js';
import { readColumn } from './columns/readColumn.js';
import type { CsvAnswers, CsvOption, CsvQuestion, DayOrder, DecimalSign } from './csvContent.js';
import type { CsvRows } from './lines/csvRows.js';

/** The decisions about a file so far, for sure or as the likelier of two ways. */
export interface CsvReading {
  /** The answers that the file was read with. */
  readonly answers: CsvAnswers;
  readonly order: DayOrder;
  readonly decimal: DecimalSign;
}

const N_ROWS = 5;

const signNames: Readonly<Record<DecimalSign, string>> = { ',': 'comma', '.': 'point' };
const otherSigns: Readonly<Record<DecimalSign, DecimalSign>> = { ',': '.', '.': ',' };
const otherOrders: Readonly<Record<DayOrder, DayOrder>> = { dayFirst: 'monthFirst', monthFirst: 'dayFirst' };

function cellsInQuestion(columns: readonly CsvColumn[]) {
  return columns
    .flatMap((column) =>
      Object.values(column.numbers.openCells).flatMap((cells) => cells.map((cell) => ({ cell, column }))),
    )
    .sort((one, other) => one.cell.line - other.cell.line)
    .filter(({ cell }, place, all) => cell.line !== all[place - 1]?.cell.line)
    .slice(0, N_ROWS);
}

/** Asks which sign stands before the decimals, with the first numbers in which it could be either. */
export function decimalQuestion(rows: CsvRows, values: readonly CsvColumn[], reading: CsvReading): CsvQuestion {
  const cells = cellsInQuestion(values);
  const { time } = rows.time.read(reading.order);
  const { text } = cells[0].cell;
  const sign = text.includes(',') ? ',' : '.';
  const option = (decimal: DecimalSign): CsvOption => {
    const read = new Map(values.map((column) => [column, readColumn(column, rows.count, decimal).y]));
    const preview = cells.map(({ cell: { line, row, text: written }, column }) => {
      const value = read.get(column)?.[row] ?? NaN;
      return { line, written, time: time[row], value };
    });
    const role = decimal === sign ? 'stands before the decimals' : 'separates thousands';
    const title = `${text} is ${preview[0].value}: the ${signNames[sign]} ${role}`;
    return { title, answers: { ...reading.answers, decimal }, rows: preview };
  };
  return {
    kind: 'question',
    about: 'decimal',
    text: `Does the ${signNames[sign]} in ${text} separate thousands, or stand before the decimals? The file does not say.`,
    options: [option(reading.decimal), option(otherSigns[reading.decimal])],
  };
}

/** Asks for the order of day and month, with the first days of the file. */
export function dayOrderQuestion(rows: CsvRows, values: readonly CsvColumn[], reading: CsvReading): CsvQuestion {
  const { y } = readColumn(values[0], rows.count, reading.decimal);
  const { firstRows } = rows;
  const option = (dayOrder: DayOrder): CsvOption => {
    const { time } = rows.time.read(dayOrder);
    const preview = firstRows.map(({ line, row, time: written }) => ({
      line,
      written,
      time: time[row],
      value: y[row],
    }));
    const day = new Date(preview[0].time).toISOString().slice(0, 10);
    const title = `${firstRows[0].time} is ${day}: the ${dayOrder === 'dayFirst' ? 'day' : 'month'} comes first`;
    return { title, answers: { ...reading.answers, dayOrder }, rows: preview };
  };
  return {
    kind: 'question',
    about: 'dayOrder',
    text: `Does the day or the month come first in ${firstRows[0].time}? The file does not say.`,
    options: [option(reading.order), option(otherOrders[reading.order])],
  };
}
