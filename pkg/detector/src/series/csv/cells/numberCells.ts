import { scaled, type UnitScale } from '../columns/units.js';
import type { DecimalSign } from '../csvContent.js';

import { growingNumbers, GrowingColumn } from './growingColumn.js';
import type { WrittenNumber } from './parseNumber.js';

/** A cell that was the first of its kind. */
export interface SeenCell {
  readonly line: number;
  /** Counted from 0 through the rows of data. */
  readonly row: number;
  readonly text: string;
}

const MAX_UNITS = 30;
const N_OPEN_CELLS = 5;

// The form of a cell: its unit in the lower bits, and whether its sign is open.
const UNIT_BITS = 0x3f;
const OPEN: Readonly<Record<DecimalSign, number>> = { ',': 0x40, '.': 0x80 };

/** The numbers of a column as they come. What their signs and units mean, only the whole column can say. */
export class NumberCells {
  count = 0;
  /** The first cell that proves a decimal sign. */
  readonly proofs: Partial<Record<DecimalSign, SeenCell>> = {};
  /** The first cells whose sign may separate thousands as well as decimals, by the sign. */
  readonly openCells: Readonly<Record<DecimalSign, SeenCell[]>> = { ',': [], '.': [] };
  /** The first cell of every unit; the unit is empty for numbers other than 0 without one. */
  readonly units = new Map<string, SeenCell>();

  private readonly numbers = growingNumbers();
  private readonly forms = new GrowingColumn((length) => new Uint8Array(length));
  private readonly unitCodes = new Map([['', 0]]);

  /** Whether the unit is one of the first thirty: texts such as `4a7` look like numbers with ever other units. */
  takes({ unit }: WrittenNumber): boolean {
    return this.unitCodes.size <= MAX_UNITS || this.unitCodes.has(unit);
  }

  add({ value, unit, proves, open }: WrittenNumber, text: string, row: number, line: number): void {
    this.count++;
    this.numbers.set(row, value);
    if (proves !== undefined) {
      this.proofs[proves] ??= { line, row, text };
    }
    if ((unit !== '' || value !== 0) && !this.units.has(unit)) {
      this.units.set(unit, { line, row, text });
    }
    if (open !== undefined && this.openCells[open].length < N_OPEN_CELLS) {
      this.openCells[open].push({ line, row, text });
    }
    if (unit !== '' || open !== undefined) {
      this.forms.set(row, this.codeOf(unit) | (open === undefined ? 0 : OPEN[open]));
    }
  }

  private codeOf(unit: string): number {
    const known = this.unitCodes.get(unit);
    if (known === undefined) {
      this.unitCodes.set(unit, this.unitCodes.size);
    }
    return known ?? this.unitCodes.size - 1;
  }

  /** The number in a row as it stands, NaN where there is none. */
  at(row: number): number {
    return this.numbers.get(row);
  }

  /** Whether all numbers are whole, without a unit. */
  areWhole(nRows: number): boolean {
    const isPlain = [...this.units.keys()].every((unit) => unit === '');
    return isPlain && this.numbers.first(nRows).every((value) => Number.isNaN(value) || value % 1 === 0);
  }

  /** The numbers of all rows in the base unit, NaN where there is none. */
  values(nRows: number, decimal: DecimalSign, scale: UnitScale): Float64Array {
    const values = this.numbers.first(nRows).slice();
    const forms = this.forms.first(nRows);
    const factors = [...this.unitCodes.keys()].map((unit) => scale.factorOf(unit) ?? 1);
    const separatesThousands = OPEN[decimal === '.' ? ',' : '.'];
    for (let row = 0; row < nRows; row++) {
      const form = forms[row];
      const factor = factors[form & UNIT_BITS];
      if ((form & separatesThousands) !== 0) {
        values[row] = Math.round(values[row] * 1000);
      }
      if (factor !== 1) {
        values[row] = scaled(values[row], factor);
      }
    }
    return values;
  }
}
