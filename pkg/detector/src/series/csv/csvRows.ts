import { MAX_CSV_ROWS, type CsvFormat } from './csvSeries';
import type { CsvLayout } from './csvLayout';
import { invalidLine, quoted } from './invalidLine';
import { epochUnitOf, parseEpoch, parseIso8601 } from './parseTimestamp';
import { parseValue } from './parseValue';

const MAX_LABEL_LENGTH = 100;
const MAX_LABELS = 100;

// From 1970 to the end of 2199.
const LAST_TIME = Date.UTC(2200, 0, 1);

const A_TIME =
  'ISO 8601 such as 2026-01-05T10:00:00Z, or seconds or milliseconds since 1970; from 1970 to 2199, all rows alike';

/** The rows of a file as they come, in columns that grow. What holds for the whole file is decided by the first that says it. */
export class CsvRows {
  private readonly moments = new Float64Array(MAX_CSV_ROWS);
  private readonly values = new Float64Array(MAX_CSV_ROWS);
  private readonly labels: string[] = [];
  private readonly distinctLabels = new Set<string>();
  private count = 0;
  private largest = 0;
  private largestLine = 0;
  private isIso: boolean | undefined;
  private decimal: CsvFormat['decimal'] | undefined;
  private percentSigns: boolean | undefined;

  constructor(private readonly layout: CsvLayout) {}

  /** Takes the fields of a line; a line without any text is passed over. */
  add(fields: readonly string[], line: number): void {
    if (fields.every((field) => field.trim() === '')) {
      return;
    }
    const [timestamp, value, label = '', ...rest] = fields.map((field) => field.trim());
    if (value === undefined || rest.some((field) => field !== '')) {
      const found = value === undefined ? 'one column' : `${fields.length} columns`;
      throw invalidLine(line, found, 'timestamp and value, and at most a label');
    }
    if (this.count === MAX_CSV_ROWS) {
      throw invalidLine(line, `more than ${MAX_CSV_ROWS} rows`, 'a shorter file, or a longer step');
    }
    this.moments[this.count] = this.momentOf(timestamp, line);
    this.values[this.count] = this.valueOf(value, line);
    this.labels.push(this.labelOf(label, line));
    this.count++;
  }

  /**
   * The columns, and how they were written.
   * @throws RangeError where there is no row.
   */
  finish() {
    if (this.count === 0) {
      throw new RangeError('the file has no rows (expected timestamp,value and at most a label in each)');
    }
    const timestamps = this.isIso === true ? 'iso8601' : epochUnitOf(this.largest);
    const scale = timestamps === 'epochSeconds' ? 1000 : 1;
    const time = this.moments.slice(0, this.count);
    for (let row = 0; row < time.length; row++) {
      time[row] = Math.round(time[row] * scale);
    }
    if (timestamps === 'epochMilliseconds' && this.largest >= LAST_TIME) {
      throw invalidLine(this.largestLine, `invalid timestamp: ${this.largest}`, A_TIME);
    }
    const { delimiter, hasHeader } = this.layout;
    const format: CsvFormat = { delimiter, hasHeader, timestamps, decimal: this.decimal ?? '.' };
    return {
      time,
      y: this.values.slice(0, this.count),
      labels: this.distinctLabels.size === 0 ? null : this.labels,
      isPercent: this.percentSigns === true,
      format,
    };
  }

  private momentOf(text: string, line: number): number {
    const iso = this.isIso === false ? NaN : parseIso8601(text);
    const moment = this.isIso === true || !Number.isNaN(iso) ? iso : parseEpoch(text);
    this.isIso ??= !Number.isNaN(iso);
    if (!(moment >= 0) || (this.isIso && moment >= LAST_TIME)) {
      throw invalidLine(line, `invalid timestamp: ${quoted(text)}`, A_TIME);
    }
    if (moment > this.largest) {
      this.largest = moment;
      this.largestLine = line;
    }
    return moment;
  }

  private valueOf(text: string, line: number): number {
    const written = parseValue(text);
    if (written === undefined) {
      throw invalidLine(line, `invalid value: ${quoted(text)}`, 'a number such as 0.42 or 42 %, or nothing');
    }
    const { value, hasPercentSign, decimal } = written;
    this.decimal ??= decimal;
    if (decimal !== undefined && decimal !== this.decimal) {
      const sign = this.decimal === ',' ? 'comma' : 'point';
      throw invalidLine(line, `invalid value: ${quoted(text)}`, `a decimal ${sign}, as in the rows before`);
    }
    if (!Number.isNaN(value)) {
      this.percentSigns ??= hasPercentSign;
      if (hasPercentSign !== this.percentSigns) {
        throw invalidLine(line, `invalid value: ${quoted(text)}`, 'a percent sign in every row or in none');
      }
    }
    return value;
  }

  private labelOf(text: string, line: number): string {
    if (text === '') {
      return text;
    }
    this.distinctLabels.add(text);
    if (text.length > MAX_LABEL_LENGTH || this.distinctLabels.size > MAX_LABELS) {
      throw invalidLine(
        line,
        `invalid label: ${quoted(text)}`,
        `at most ${MAX_LABELS} different labels of at most ${MAX_LABEL_LENGTH} characters; is the third column a label?`,
      );
    }
    return text;
  }
}
