import { checkObject } from '../checkShape.js';
import { MODEL_VERSION, type Model } from '../fit/model.js';
import type { RowChoice } from '../history/extraColumns.js';
import type { TrendInput } from '../kernel/predictRows.js';
import { boundsAt, type TrendBounds } from './boundsAt.js';
import { parseFutureRows, type FutureRows, type ParsedRows } from './futureRows.js';
import { intervalLaw } from './intervalLaw.js';

/** Rows and a model, checked, with the trend's inputs for the kernel. */
export interface RowsOfModel extends ParsedRows {
  readonly choice: RowChoice;
  readonly bounds: TrendBounds;
  readonly trend: TrendInput;
}

/**
 * Checks a model and the rows that something is wanted at.
 * @throws RangeError for a model of another version, bad times, a missing cap or floor, or a bad `intervalWidth`.
 */
export function rowsOfModel(model: Model, given: FutureRows, intervalWidth: number | undefined): RowsOfModel {
  checkObject('model', model, 'what fit returned');
  checkVersion(model);
  const parsed = parseFutureRows(given);
  const { time, extra } = parsed;
  const choice = { count: time.length, order: null, nGiven: time.length };
  const bounds = boundsAt(model, extra, choice);
  const trend = {
    growth: model.options.growth,
    params: model.params,
    time,
    scaling: model.scaling,
    cap: bounds.scaledCap,
    law: intervalLaw(model, intervalWidth),
  };
  return { ...parsed, choice, bounds, trend };
}

/** @throws RangeError for a model of another version. */
export function checkVersion({ version }: { readonly version: number }): void {
  if (version !== MODEL_VERSION) {
    throw new RangeError(
      `invalid model version: ${version} (expected ${MODEL_VERSION}; read it with parseModel, or fit it again)`,
    );
  }
}
