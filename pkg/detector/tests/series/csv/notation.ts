import { readCsv, type CsvAnswers, type CsvContent, type CsvQuestion, type CsvSeries } from 'foreband-detector';

/** The start of all files in these tests: ten o'clock on the fifth of January, a Monday. */
export const TEN = Date.UTC(2026, 0, 5, 10);

const MINUTE = 60_000;

/** A text of lines. */
export const csv = (...lines: readonly string[]) => lines.join('\n');

/** The content of a file that leaves nothing open. */
export function contentOf(text: string, answers?: CsvAnswers): CsvContent {
  const read = readCsv(text, answers);
  if (read.kind !== 'content') {
    throw new Error(`asked: ${read.text}`);
  }
  return read;
}

/** The questions that a file leaves open. */
export function questionOf(text: string, answers?: CsvAnswers): CsvQuestion {
  const read = readCsv(text, answers);
  if (read.kind !== 'question') {
    throw new Error('nothing was asked');
  }
  return read;
}

/** Minutes after ten o'clock and values, as `0:0.5 5:0.25`. */
export function rowsOf({ series: { time, y } }: CsvSeries): string {
  return Array.from(time, (moment, row) => `${(moment - TEN) / MINUTE}:${y[row]}`).join(' ');
}

/** The rows of a file of one series. */
export function rows(text: string, answers?: CsvAnswers): string {
  return contentOf(text, answers).series.map(rowsOf).join(' | ');
}

/** Every series by its name. */
export function seriesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(contentOf(text).series.map((one) => [one.series.name, rowsOf(one)]));
}

/** The values of a column of one value a minute, in lines of their own. */
export function valuesOf(...cells: readonly string[]): readonly number[] {
  const lines = cells.map((cell, row) => `2026-01-05T10:0${row}Z,${cell}`);
  return [...contentOf(csv('time,v', ...lines)).series[0].series.y];
}
