import { mean, median } from 'd3-array';

import type { Series } from '../series/series.js';
import type { GroundTruth } from './groundTruth.js';
import type { HeldOut } from './heldOut.js';
import { heldOutTruth } from './heldOutTruth.js';
import { naiveForecast, naiveKinds, type NaiveKind } from './naiveForecasts.js';

/** How far a forecast lies from the values, in the unit of the series. */
export interface ForecastErrors {
  /** Mean absolute error. */
  readonly mae: number;
  /** Median absolute error, which a few wild values do not move. */
  readonly medianError: number;
}

/** The model's forecast beside naive ones, on the same normal rows. */
export interface ForecastComparison {
  /** Rows that are normal and have a value and every forecast that is compared. */
  readonly nRows: number;
  readonly model: ForecastErrors;
  /** Those that have a forecast for at least half of the rows. */
  readonly naive: ReadonlyArray<ForecastErrors & { readonly kind: NaiveKind }>;
}

/**
 * Compares the forecasts of held-out rows with naive ones that know as much: the values before each fold's held-out rows,
 * and none after.
 * @param series as it came, with nothing planted in it; its rows are those the folds were cut from.
 * @throws RangeError if the truth has fewer rows than the series.
 */
export function compareForecasts(
  series: Pick<Series, 'time' | 'y'>,
  heldOut: HeldOut,
  truth: GroundTruth,
): ForecastComparison {
  const { labels, known } = heldOutTruth(heldOut, truth);
  const y = known(heldOut.y);
  const { yhat } = heldOut.forecast;
  const normal = Array.from(y.keys()).filter((row) => labels[row] === 0 && Number.isFinite(y[row] - yhat[row]));
  const columns = naiveKinds.map((kind) => ({ kind, values: naiveColumn(series, heldOut, kind) }));
  const compared = columns.filter(({ values }) => 2 * count(normal, values) >= normal.length && normal.length > 0);
  const rows = normal.filter((row) => compared.every(({ values }) => Number.isFinite(values[row])));
  const errorsOf = (values: Float64Array): ForecastErrors => ({
    mae: mean(rows, (row) => Math.abs(y[row] - values[row])) ?? NaN,
    medianError: median(rows, (row) => Math.abs(y[row] - values[row])) ?? NaN,
  });
  return {
    nRows: rows.length,
    model: errorsOf(yhat),
    naive: compared.map(({ kind, values }) => ({ kind, ...errorsOf(values) })),
  };
}

function naiveColumn(
  series: Pick<Series, 'time' | 'y'>,
  { firstRow, time, folds }: HeldOut,
  kind: NaiveKind,
): Float64Array {
  const column = new Float64Array(time.length);
  for (const { fold } of folds) {
    const from = fold.heldOut.from - firstRow;
    const wanted = time.subarray(from, fold.heldOut.to - firstRow);
    column.set(naiveForecast(series, wanted[0], wanted, kind), from);
  }
  return column;
}

function count(rows: readonly number[], values: Float64Array): number {
  return rows.reduce((sum, row) => sum + (Number.isFinite(values[row]) ? 1 : 0), 0);
}
