import { CsvColumn } from '../cells/csvColumn.js';
import { TimeCells } from '../cells/timeCells.js';
import { invalidLine } from '../invalidLine.js';

import type { CsvLayout } from './csvLayout.js';

const N_FIRST_ROWS = 5;

/** A row as it is written. */
export interface WrittenRow {
  readonly line: number;
  /** Counted from 0 through the rows of data. */
  readonly row: number;
  readonly time: string;
  readonly fields: readonly string[];
}

/** The rows of a file as they come, in columns that grow. */
export class CsvRows {
  readonly time = new TimeCells();
  /** All columns but those of the time. */
  readonly columns: readonly CsvColumn[];
  /** The first rows, one of each day, for a question about their dates. */
  readonly firstRows: WrittenRow[] = [];
  private readonly nColumns: number;

  constructor(private readonly layout: CsvLayout) {
    const { names, time } = layout;
    this.nColumns = names.length;
    this.columns = names
      .map((name, place) => new CsvColumn(name, place))
      .filter(({ place }) => place !== time.date && place !== time.clock);
  }

  /** How many there are. */
  get count(): number {
    return this.time.count;
  }

  /**
   * Takes the fields of a line; a line without any text is passed over.
   * @throws RangeError that names the line, for a time that is none and for a number of fields other than that of columns.
   */
  add(fields: readonly string[], line: number): void {
    if (fields.every((field) => field.trim() === '')) {
      return;
    }
    this.refuseOtherWidth(fields, line);
    const row = this.time.count;
    const { date, clock } = this.layout.time;
    const day = (fields[date] ?? '').trim();
    const time = clock === undefined ? day : `${day} ${(fields[clock] ?? '').trim()}`.trim();
    this.time.add(time, line);
    if (this.firstRows.length < N_FIRST_ROWS && dayOf(this.firstRows.at(-1)?.time) !== dayOf(time)) {
      this.firstRows.push({ line, row, time, fields });
    }
    for (const column of this.columns) {
      const cell = fields[column.place]?.trim() ?? '';
      if (cell !== '') {
        column.add(cell, row, line);
      }
    }
  }

  private refuseOtherWidth(fields: readonly string[], line: number): void {
    const expected = this.layout.hasHeader ? 'as the header has' : 'as in the first rows';
    if (fields.length === 1 && this.nColumns > 1) {
      throw invalidLine(line, 'one column', `${this.nColumns}, ${expected}`);
    }
    if (fields.length > this.nColumns && fields.some((field, place) => place >= this.nColumns && field.trim() !== '')) {
      throw invalidLine(line, `${fields.length} columns`, `${this.nColumns}, ${expected}`);
    }
  }
}

function dayOf(time: string | undefined): string | undefined {
  return time?.split(/[\sT,]/, 1)[0];
}
