import type { FittedModel } from '../fit/fittedModel.js';
import { isOnGrid } from '../fit/onGrid.js';
import type { FitSettings } from '../settings/settings.js';

/**
 * A model as rows with these times (ascending) can be scored with it: what is not on the grid that it was fitted on can only
 * be scored row by row, so classically.
 */
export function scorableOn(
  fitted: FittedModel,
  time: Float64Array,
  { stepMs }: Pick<FitSettings, 'stepMs'>,
): FittedModel {
  const isFollowed = fitted.adaptive?.state.stepMs === stepMs && isOnGrid(time, stepMs);
  return isFollowed ? fitted : { ...fitted, adaptive: null };
}
