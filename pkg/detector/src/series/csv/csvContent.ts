import type { Unit } from '../guessUnit.js';
import type { Series } from '../series.js';

/** The separator of a file's columns. */
export type Delimiter = ',' | ';' | '\t';

/** The sign before the decimals. */
export type DecimalSign = '.' | ',';

/** Which of two numbers is the day of a date such as 07/08/2026. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/**
 * How a file writes its times, decided once for all of it. ISO 8601 stands for everything that begins with the year.
 */
export type TimestampFormat = 'iso8601' | DayOrder | 'epochSeconds' | 'epochMilliseconds';

/** How a file is written, as it was read. */
export interface CsvFormat {
  readonly delimiter: Delimiter;
  readonly decimal: DecimalSign;
  readonly timestamps: TimestampFormat;
  /** Whether the first row holds names. */
  readonly hasHeader: boolean;
}

/** The reader's decisions where a file can be read in two ways. An answer that the file contradicts has no effect. */
export interface CsvAnswers {
  readonly decimal?: DecimalSign;
  readonly dayOrder?: DayOrder;
}

/** One of a file's series, with what a reader should know about how it was read. */
export interface CsvSeries {
  /**
   * In order of time, every time once. Named after its column, or after the texts beside its values, which are its
   * labels; empty in a file of one series without a header. No other series of the file has the name. Values are in the
   * base unit, NaN where missing.
   */
  readonly series: Series;
  /** The column that says what was anomalous, one text a row, empty where there is none; null without such a column. */
  readonly labels: readonly string[] | null;
  /** The meaning of the values: decided once for the whole series. */
  readonly unit: Unit;
  /** The base unit that the values are in, for instance `s`, `B`, `req/s`, `%`; empty where the file writes none. */
  readonly symbol: string;
  /** The units as the file writes them, for instance `ms` and `s`. */
  readonly writtenUnits: readonly string[];
}

/** A file that has been read. */
export interface CsvContent {
  readonly kind: 'content';
  /** In order of columns and, within, of first appearance; at least one, at most 1,000. */
  readonly series: readonly CsvSeries[];
  readonly format: CsvFormat;
  /** Rows of data in the file. */
  readonly nRows: number;
  /** Notices about how the file was read, in sentences: units, times that occur twice, rows thinned out. */
  readonly notices: readonly string[];
  /**
   * The places that can also be read otherwise, whether an answer decided them or custom. The first option is the one
   * taken.
   */
  readonly settled: readonly CsvQuestion[];
}

/** A question that a file leaves open: it is read both ways, and someone has to say which is right. */
export interface CsvQuestion {
  readonly kind: 'question';
  readonly about: keyof CsvAnswers;
  /** In a sentence. */
  readonly text: string;
  /** Both ways to read the file, the likelier one first. */
  readonly options: readonly [CsvOption, CsvOption];
}

/** One way to read a file. */
export interface CsvOption {
  /** For instance `1,002 is 1002: the comma separates thousands`. */
  readonly title: string;
  /** The answers for `readCsv` to read the file so; the answers that it was given before are among them. */
  readonly answers: CsvAnswers;
  /** The first rows in which the ways differ. */
  readonly rows: readonly CsvPreviewRow[];
}

/** A row as one way of reading has it. */
export interface CsvPreviewRow {
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** The ambiguous part: the time, or the value. */
  readonly written: string;
  /** Epoch milliseconds. */
  readonly time: number;
  /** In the base unit, NaN where missing. */
  readonly value: number;
}

/** Rows that a series keeps: where it has more, they are thinned to a longer step. */
export const MAX_CSV_ROWS = 200_000;

/** Series beyond which a file is refused. */
export const MAX_CSV_SERIES = 1000;

/** Characters beyond which a file is refused: two years of a sample every 15 seconds. */
export const MAX_CSV_LENGTH = 128_000_000;
