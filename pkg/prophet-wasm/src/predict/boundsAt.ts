import { capColumn, checkAboveFloor } from '../fit/scaling.js';
import type { Model } from '../fit/model.js';
import { boundColumn, type RowChoice } from '../history/extraColumns.js';
import type { ExtraColumns } from '../history/history.js';
import { invalid } from '../invalid.js';

/** Floor and cap of rows. */
export interface TrendBounds {
  /** Of all rows, or of each; data units. */
  readonly floor: number | Float64Array;
  /** Above the floor, in scaled units; null without logistic growth. */
  readonly scaledCap: Float64Array | null;
}

/**
 * The caller's where the model has such; where they were one number in the history, that holds unless another is given.
 * @throws RangeError where one is missing, or a cap does not exceed its floor.
 */
export function boundsAt({ options, scaling }: Model, extra: ExtraColumns, rows: RowChoice): TrendBounds {
  if (options.growth !== 'logistic') {
    return { floor: scaling.yMin, scaledCap: null };
  }
  const cap = capColumn(extra.cap ?? scaling.cap ?? undefined, rows);
  const floor = floorColumn(scaling, extra, rows);
  checkAboveFloor(cap, floor);
  return { floor, scaledCap: cap.map((value, row) => (value - floor[row]) / scaling.yScale) };
}

function floorColumn({ hasFloor, floor, yMin }: Model['scaling'], extra: ExtraColumns, rows: RowChoice): Float64Array {
  const given = hasFloor ? (extra.floor ?? floor) : yMin;
  if (given === null) {
    throw invalid('floor', undefined, 'a number or a column, as the model was fitted with one');
  }
  return boundColumn('floor', given, rows);
}

/** The floor of a row. */
export function floorAt({ floor }: Pick<TrendBounds, 'floor'>, row: number): number {
  return typeof floor === 'number' ? floor : floor[row];
}
