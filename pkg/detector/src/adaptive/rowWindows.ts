import type { AdaptiveParameters } from './adaptiveParameters.js';
import type { AdaptiveRows, ValueBounds } from './adaptiveRows.js';
import type { AdaptiveWindows } from './adaptiveWindows.js';
import { createRollingMean, meanOf, rollMeans, type RollingMean } from './rollingMean.js';
import type { ScoreColumns } from './scoreColumns.js';

/** Windows of what tells whether a series is back from an incident: over the whole duration, and over the last half hour. */
class ReturnWindows {
  private readonly unrests: RollingMean;
  private readonly lateUnrests: RollingMean;
  private readonly biases: RollingMean;
  private readonly lateBiases: RollingMean;

  constructor({ bias, sustained, comeback }: AdaptiveWindows, firstIndex: number) {
    this.unrests = createRollingMean(sustained, firstIndex);
    this.lateUnrests = createRollingMean(comeback, firstIndex);
    this.biases = createRollingMean(bias, firstIndex);
    this.lateBiases = createRollingMean(comeback, firstIndex);
  }

  /** Fills distance, unrest and bias of the rows as they are near the forecast. */
  fill(
    scale: number,
    { unrestCap, returnCap }: Pick<AdaptiveParameters, 'unrestCap' | 'returnCap'>,
    { from, to }: { readonly from: number; readonly to: number },
    columns: ScoreColumns,
  ): void {
    const { residual, distance, capped, lateMean, nearUnrest, nearBias } = columns;
    fillDistances(scale, from, to, columns);
    for (let i = from; i < to; i++) {
      capped[i] = Math.min(Math.abs(distance[i]) / scale, unrestCap);
    }
    rollMeans(this.unrests, capped, from, to, nearUnrest, 0);
    rollMeans(this.lateUnrests, capped, from, to, lateMean, 0);
    for (let i = from; i < to; i++) {
      nearUnrest[i] = Math.min(nearUnrest[i], lateMean[i]);
      capped[i] = Math.max(-returnCap * scale, Math.min(returnCap * scale, residual[i]));
    }
    rollMeans(this.biases, capped, from, to, nearBias, 0);
    rollMeans(this.lateBiases, capped, from, to, lateMean, 0);
    for (let i = from; i < to; i++) {
      nearBias[i] = Math.min(Math.abs(nearBias[i]), Math.abs(lateMean[i]));
    }
  }
}

/** The deviation; where an incident has moved the level by more than a scale, the residual if that is smaller. */
function fillDistances(scale: number, from: number, to: number, { residual, deviation, distance }: ScoreColumns): void {
  for (let i = from; i < to; i++) {
    const isMoved = Math.abs(residual[i] - deviation[i]) > scale;
    distance[i] = isMoved && Math.abs(residual[i]) < Math.abs(deviation[i]) ? residual[i] : deviation[i];
  }
}

/** The rows before it that a row is scored with: the windows of level, bias and unrest, stretch after stretch of rows. */
export class RowWindows {
  private readonly levels: RollingMean;
  private readonly biases: RollingMean;
  private readonly unrests: RollingMean;
  private readonly returns: ReturnWindows;

  /** @param firstTime of the first row, epoch milliseconds. */
  constructor(windows: AdaptiveWindows, firstTime: number) {
    const { stepMs, level, bias, sustained } = windows;
    const firstIndex = Math.floor(firstTime / stepMs);
    this.levels = createRollingMean(level, firstIndex);
    this.biases = createRollingMean(bias, firstIndex);
    this.unrests = createRollingMean(sustained, firstIndex);
    this.returns = new ReturnWindows(windows, firstIndex);
  }

  /** Fills residual, level and mean residual of the rows `from <= row < to`. */
  measure(rows: AdaptiveRows, from: number, to: number, columns: ScoreColumns): void {
    const { residual, level, meanResidual } = columns;
    fillResiduals(rows, from, to, residual);
    level[from] = meanOf(this.levels);
    rollMeans(this.levels, residual, from, to, level, 1);
    rollMeans(this.biases, residual, from, to, meanResidual, 0);
  }

  /** Fills the unrest of the rows, whose distances are known, in units of the scale. */
  compare(
    scale: number,
    parameters: Pick<AdaptiveParameters, 'unrestCap' | 'returnCap'>,
    from: number,
    to: number,
    columns: ScoreColumns,
  ): void {
    const { unrestCap } = parameters;
    const { deviation, inScales, unrest } = columns;
    for (let i = from; i < to; i++) {
      inScales[i] = Math.min(Math.abs(deviation[i]) / scale, unrestCap);
    }
    rollMeans(this.unrests, inScales, from, to, unrest, 0);
    this.returns.fill(scale, parameters, { from, to }, columns);
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

/** Fills the expected value and the deviation from it, from residuals and levels. */
export function fillDeviations(
  yhat: Float64Array,
  bounds: ValueBounds,
  from: number,
  to: number,
  { residual, level, expected, deviation }: ScoreColumns,
): void {
  const lower = bounds.lower ?? -Infinity;
  const upper = bounds.upper ?? Infinity;
  for (let i = from; i < to; i++) {
    const center = yhat[i] + level[i];
    expected[i] = Math.max(lower, Math.min(upper, center));
    // Where the level would leave the bounds it ends there, so that a row is scored against what is drawn.
    deviation[i] = residual[i] - (expected[i] === center ? level[i] : expected[i] - yhat[i]);
  }
}
