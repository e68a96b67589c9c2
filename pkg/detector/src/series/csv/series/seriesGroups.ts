import type { CsvColumn } from '../cells/csvColumn.js';
import { passedOver, type ColumnRoles } from '../columns/columnRoles.js';
import { MAX_CSV_SERIES } from '../csvContent.js';

import { countRepeats, divided, oneGroup, type RowGroups } from './rowGroups.js';

/** The series of a file's rows. */
export interface SeriesGroups {
  readonly groups: RowGroups;
  /** Columns of names that say the same in every row. */
  readonly constants: readonly CsvColumn[];
  /** Columns of numbers that are series; those that name some are gone. */
  readonly values: readonly CsvColumn[];
  readonly notices: readonly string[];
}

function isConstant({ nTexts, texts }: CsvColumn, nRows: number): boolean {
  return nTexts === nRows && texts.different()?.length === 1;
}

// Divides the groups by those columns that tell rows of the same time apart.
function dividedByNames(time: Float64Array, names: readonly CsvColumn[]) {
  let groups = oneGroup(time.length);
  let nRepeats = countRepeats(time, groups);
  const others: CsvColumn[] = [];
  for (const column of names) {
    const next = nRepeats === 0 ? undefined : divided(groups, column);
    const nLeft = next === undefined ? nRepeats : countRepeats(time, next);
    if (next !== undefined && nLeft < 0.95 * nRepeats) {
      groups = next;
      nRepeats = nLeft;
    } else {
      others.push(column);
    }
  }
  return { groups, nRepeats, others };
}

// Whole numbers that name series, such as those of CPU cores, leave next to no time twice.
function dividedByNumber(time: Float64Array, groups: RowGroups, nRepeats: number, values: readonly CsvColumn[]) {
  const candidates = values.filter(({ numbers }) => numbers.areWhole(time.length));
  for (const column of values.length > 1 && nRepeats > time.length / 4 ? candidates : []) {
    const next = divided(groups, column);
    if (next !== undefined && countRepeats(time, next) < 0.01 * time.length) {
      return { groups: next, values: values.filter((other) => other !== column) };
    }
  }
  return { groups, values };
}

/**
 * Finds the series of a file in which several share a time, as of several instances one below the other: by the columns of
 * names that tell them apart.
 * @param time epoch milliseconds of every row.
 * @throws RangeError where there are more than a thousand series.
 */
export function seriesGroups(time: Float64Array, { names, values }: ColumnRoles): SeriesGroups {
  const nRows = time.length;
  const constants = names.filter((column) => isConstant(column, nRows));
  const byNames = dividedByNames(
    time,
    names.filter((column) => !constants.includes(column)),
  );
  const byNumber = dividedByNumber(time, byNames.groups, byNames.nRepeats, values);
  const nSeries = byNumber.groups.texts.length * byNumber.values.length;
  if (nSeries > MAX_CSV_SERIES) {
    throw new RangeError(`the file has ${nSeries} series (expected at most ${MAX_CSV_SERIES})`);
  }
  return {
    ...byNumber,
    constants,
    notices: byNames.others.map((column) => passedOver(column, 'its texts tell no series apart')),
  };
}
