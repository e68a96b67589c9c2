import type { CsvFormat } from './csvSeries';

/** A value as written: missing, a number, or a number with a percent sign; undefined for anything else. */
export interface WrittenValue {
  /** NaN where missing. */
  readonly value: number;
  readonly hasPercentSign: boolean;
  /** The sign that stands before the decimals, where there is one. */
  readonly decimal?: CsvFormat['decimal'];
}

const NUMBER = /^([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?)\s?(%)?$/i;

// What spreadsheets, databases and Prometheus write where there is no value; infinities are none that can be learnt from.
const MISSING: ReadonlySet<string> = new Set([
  ...['', '-', 'na', 'n/a', 'nan', 'null', 'none', 'undefined'],
  ...['inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity'],
]);

const missing: WrittenValue = { value: NaN, hasPercentSign: false };

/** Reads one value; a comma counts as the decimal sign, so a caller whose columns it separates never meets one. */
export function parseValue(text: string): WrittenValue | undefined {
  if (MISSING.has(text.toLowerCase())) {
    return missing;
  }
  const match = NUMBER.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, digits, percent] = match;
  const value = Number(digits.replace(',', '.'));
  const decimal = digits.includes(',') ? ',' : digits.includes('.') ? '.' : undefined;
  return Number.isFinite(value) ? { value, hasPercentSign: percent !== undefined, decimal } : undefined;
}
