import type { AdaptiveScores } from './adaptiveScores.js';

/** Scores while they are worked out, with the columns in between. */
export interface ScoreColumns extends AdaptiveScores {
  /** One more than rows: the last is the level for the row after them. */
  readonly level: Float64Array;
  /** y - yhat, beyond the edges; NaN where nothing is measured or forecast. */
  readonly residual: Float64Array;
  /** Residual less level. */
  readonly deviation: Float64Array;
  /** The deviation; the residual where that is smaller and an incident has moved the level. */
  readonly distance: Float64Array;
  /** Mean residual of the hours up to the row, from which the bias is scored; NaN where nothing is measured. */
  readonly meanResidual: Float64Array;
  /** Slot of the day: steps since midnight, from 0. */
  readonly slot: Int32Array;
  /** Size of the deviation in scales, capped, and the mean of it. */
  readonly inScales: Float64Array;
  readonly unrest: Float64Array;
  /** Capped values, and their means of the last half hour, on the way to the two below. */
  readonly capped: Float64Array;
  readonly lateMean: Float64Array;
  /** The unrest of the distance, and the size of the mean of the capped residual; no larger than those of the last half hour. */
  readonly nearUnrest: Float64Array;
  readonly nearBias: Float64Array;
}

/** Columns of zeros to be filled. */
export function createScoreColumns(nRows: number): ScoreColumns {
  const column = () => new Float64Array(nRows);
  return {
    score: column(),
    spike: column(),
    sustained: column(),
    bias: column(),
    nearScore: column(),
    expected: column(),
    level: new Float64Array(nRows + 1),
    bandLower: column(),
    bandUpper: column(),
    threshold: column(),
    branch: new Uint8Array(nRows),
    side: new Int8Array(nRows),
    size: column(),
    usual: column(),
    residual: column(),
    deviation: column(),
    distance: column(),
    meanResidual: column(),
    slot: new Int32Array(nRows),
    inScales: column(),
    unrest: column(),
    capped: column(),
    lateMean: column(),
    nearUnrest: column(),
    nearBias: column(),
  };
}

/** The columns of the answer, from a row on. */
export function scoresFrom(columns: AdaptiveScores, firstRow: number): AdaptiveScores {
  const nRows = columns.score.length;
  return {
    score: columns.score.subarray(firstRow),
    spike: columns.spike.subarray(firstRow),
    sustained: columns.sustained.subarray(firstRow),
    bias: columns.bias.subarray(firstRow),
    nearScore: columns.nearScore.subarray(firstRow),
    expected: columns.expected.subarray(firstRow),
    level: columns.level.subarray(firstRow, nRows),
    bandLower: columns.bandLower.subarray(firstRow),
    bandUpper: columns.bandUpper.subarray(firstRow),
    threshold: columns.threshold.subarray(firstRow),
    branch: columns.branch.subarray(firstRow),
    side: columns.side.subarray(firstRow),
    size: columns.size.subarray(firstRow),
    usual: columns.usual.subarray(firstRow),
  };
}
