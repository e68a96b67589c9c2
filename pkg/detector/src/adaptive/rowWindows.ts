import type { AdaptiveParameters } from './adaptiveParameters.js';
import type { AdaptiveRows, ValueBounds } from './adaptiveRows.js';
import type { AdaptiveWindows } from './adaptiveWindows.js';
import { createRollingMean, meanOf, rollMeans, type RollingMean } from './rollingMean.js';
import type { ScoreColumns } from './scoreColumns.js';

/**
 * The rows before it that a row is scored with: the windows of level, bias and unrest, stretch after stretch of rows.
 */
export class RowWindows {
  private readonly levels: RollingMean;
  private readonly biases: RollingMean;
  private readonly unrests: RollingMean;
  private readonly nearUnrests: RollingMean;
  private readonly lateUnrests: RollingMean;
  private readonly lateBiases: RollingMean;

  /** @param firstTime of the first row, epoch milliseconds. */
  constructor({ stepMs, level, bias, sustained, comeback }: AdaptiveWindows, firstTime: number) {
    const firstIndex = Math.floor(firstTime / stepMs);
    this.levels = createRollingMean(level, firstIndex);
    this.biases = createRollingMean(bias, firstIndex);
    this.unrests = createRollingMean(sustained, firstIndex);
    this.nearUnrests = createRollingMean(sustained, firstIndex);
    this.lateUnrests = createRollingMean(comeback, firstIndex);
    this.lateBiases = createRollingMean(comeback, firstIndex);
  }

  /** Fills residual, level and mean residual of the rows `from <= row < to`. */
  measure(rows: AdaptiveRows, from: number, to: number, columns: ScoreColumns): void {
    const { residual, level, meanResidual, nearBias } = columns;
    fillResiduals(rows, from, to, residual);
    level[from] = meanOf(this.levels);
    rollMeans(this.levels, residual, from, to, level, 1);
    rollMeans(this.biases, residual, from, to, meanResidual, 0);
    rollMeans(this.lateBiases, residual, from, to, nearBias, 0);
    for (let i = from; i < to; i++) {
      nearBias[i] = Math.min(Math.abs(meanResidual[i]), Math.abs(nearBias[i]));
    }
  }

  /** Fills the unrest of the rows, whose deviations are known, in units of the scale. */
  compare(
    scale: number,
    { unrestCap, returnCap }: Pick<AdaptiveParameters, 'unrestCap' | 'returnCap'>,
    from: number,
    to: number,
    columns: ScoreColumns,
  ): void {
    const { deviation, distance, inScales, unrest, nearInScales, nearUnrest, lateUnrest } = columns;
    for (let i = from; i < to; i++) {
      inScales[i] = Math.min(Math.abs(deviation[i]) / scale, unrestCap);
      nearInScales[i] = Math.min(Math.abs(distance[i]) / scale, returnCap);
    }
    rollMeans(this.nearUnrests, nearInScales, from, to, nearUnrest, 0);
    rollMeans(this.lateUnrests, nearInScales, from, to, lateUnrest, 0);
    for (let i = from; i < to; i++) {
      nearUnrest[i] = Math.min(nearUnrest[i], lateUnrest[i]);
    }
    rollMeans(this.unrests, inScales, from, to, unrest, 0);
  }
}

/** y - yhat; within the edges 0, beyond them what is beyond; NaN where y or yhat is not finite. */
function fillResiduals({ y, yhat, edges }: AdaptiveRows, from: number, to: number, residual: Float64Array): void {
  for (let i = from; i < to; i++) {
    const difference = y[i] - yhat[i];
    residual[i] = Number.isFinite(difference) ? difference : NaN;
  }
  for (let i = from; edges !== null && i < to; i++) {
    residual[i] =
      residual[i] > 0 ? Math.max(0, residual[i] - edges.above[i]) : Math.min(0, residual[i] + edges.below[i]);
  }
}

/** Fills the expected value, the deviation from it and the distance, from residuals and levels. */
export function fillDeviations(
  yhat: Float64Array,
  bounds: ValueBounds,
  from: number,
  to: number,
  { residual, level, expected, deviation, distance }: ScoreColumns,
): void {
  const lower = bounds.lower ?? -Infinity;
  const upper = bounds.upper ?? Infinity;
  for (let i = from; i < to; i++) {
    const center = yhat[i] + level[i];
    expected[i] = Math.max(lower, Math.min(upper, center));
    // Where the level would leave the bounds it ends there, so that a row is scored against what is drawn.
    deviation[i] = residual[i] - (expected[i] === center ? level[i] : expected[i] - yhat[i]);
    distance[i] = Math.abs(residual[i]) < Math.abs(deviation[i]) ? residual[i] : deviation[i];
  }
}
