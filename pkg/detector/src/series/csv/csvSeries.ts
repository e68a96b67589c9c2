import type { Series } from '../series';
import type { Unit } from '../guessUnit';

/** What separates the columns of a file. */
export type Delimiter = ',' | ';' | '\t';

/** How a file writes its times; decided once for the whole file. */
export type TimestampFormat = 'iso8601' | 'epochSeconds' | 'epochMilliseconds';

/** How a file is written, as it was read. */
export interface CsvFormat {
  readonly delimiter: Delimiter;
  readonly decimal: '.' | ',';
  readonly timestamps: TimestampFormat;
  /** Whether the first row holds names. */
  readonly hasHeader: boolean;
}

/** A CSV as a series, with what a reader should know about how it was read. */
export interface CsvSeries {
  /** In order of time. Named like the column of values; empty without a header. Values as written, NaN where missing. */
  readonly series: Series;
  /** The third column, one text a row of the series, empty where there is none; null for a file without the column. */
  readonly labels: readonly string[] | null;
  /** What the values mean: decided once for the whole series. */
  readonly unit: Unit;
  readonly format: CsvFormat;
  /** Rows of data in the file. */
  readonly nRows: number;
  /** Rows left out because a later row of the file has the same time. */
  readonly nReplaced: number;
  /** Whether the file had its rows in order of time. */
  readonly isSorted: boolean;
}

/** Rows beyond which a file is refused. */
export const MAX_CSV_ROWS = 200_000;

/** Characters beyond which a file is refused: 200,000 rows of 160 each. */
export const MAX_CSV_LENGTH = 32_000_000;
