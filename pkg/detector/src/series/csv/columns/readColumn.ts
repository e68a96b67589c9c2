import type { CsvColumn } from '../cells/csvColumn.js';
import type { SeenCell } from '../cells/numberCells.js';
import type { DecimalSign } from '../csvContent.js';

import { invalidValue } from './columnKind.js';
import { unitScale, type UnitScale } from './units.js';

/** The numbers of a column in one unit. */
export interface ReadColumn {
  readonly column: CsvColumn;
  /** One a row, NaN where there is none. */
  readonly y: Float64Array;
  /** The base unit; empty where the file writes none. */
  readonly symbol: string;
  /** The units as they are written. */
  readonly writtenUnits: readonly string[];
}

// The unit that came last had nothing in common with those before.
function unitMismatch(units: ReadonlyMap<string, SeenCell>): RangeError {
  const seen = [...units].sort(([, one], [, other]) => one.line - other.line);
  const before = seen.findIndex((_, place) => unitScale(seen.slice(0, place + 1).map(([unit]) => unit)) === undefined);
  const [, cell] = seen[before];
  const [first] = seen[before - 1];
  return invalidValue(
    cell,
    first === '' ? 'no unit, as in the rows before' : `a unit such as ${first}, as in the rows before`,
  );
}

/** The common unit of a column; undefined where its units have nothing in common. */
export function scaleOf({ numbers: { units } }: CsvColumn): UnitScale | undefined {
  return units.size === 0 ? unitScale(['']) : unitScale([...units.keys()]);
}

/**
 * Reads the numbers of a column in its base unit.
 * @throws RangeError that names the line of a unit that has nothing in common with those before.
 */
export function readColumn(column: CsvColumn, nRows: number, decimal: DecimalSign): ReadColumn {
  const scale = scaleOf(column);
  const { numbers } = column;
  if (scale === undefined) {
    throw unitMismatch(numbers.units);
  }
  const writtenUnits = [...numbers.units.keys()].filter((unit) => unit !== '');
  return { column, y: numbers.values(nRows, decimal, scale), symbol: scale.symbol, writtenUnits };
}
