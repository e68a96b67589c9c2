/** How often points were flagged rightly and wrongly. Each counted point is in exactly one cell. */
export interface Confusion {
  /** Anomalous and flagged. */
  readonly truePositives: number;
  /** Normal but flagged. */
  readonly falsePositives: number;
  /** Normal and left alone. */
  readonly trueNegatives: number;
  /** Anomalous but left alone. */
  readonly falseNegatives: number;
}

/** A confusion matrix and what follows from it: shares of 0 to 1, NaN where there is nothing to share. */
export interface PointScores extends Confusion {
  /** Share of the flagged points that are anomalous. */
  readonly precision: number;
  /** Share of the anomalous points that are flagged; also the true-positive rate. */
  readonly recall: number;
  /** Harmonic mean of precision and recall. */
  readonly f1: number;
  /** Weighted harmonic mean: recall counts `beta` times as much as precision. */
  readonly fBeta: number;
  /** Share of the normal points that are left alone. */
  readonly specificity: number;
  /** Share of the normal points that are flagged. */
  readonly falsePositiveRate: number;
  /** Share of the anomalous points that are left alone. */
  readonly falseNegativeRate: number;
}

/**
 * Scores flags point by point.
 * @param labels 1 where a point is anomalous, else 0.
 * @param flagged 1 where the detector flags it, else 0.
 * @param score of the points: those with NaN have no value or no forecast and are not counted.
 * @param beta weight of recall in `fBeta`, above 0. Default 1.
 */
export function scorePoints(labels: Uint8Array, flagged: Uint8Array, score: Float64Array, beta = 1): PointScores {
  const cells = [0, 0, 0, 0];
  for (let row = 0; row < score.length; row++) {
    if (!Number.isNaN(score[row])) {
      cells[2 * labels[row] + flagged[row]]++;
    }
  }
  const [trueNegatives, falsePositives, falseNegatives, truePositives] = cells;
  return {
    truePositives,
    falsePositives,
    trueNegatives,
    falseNegatives,
    precision: truePositives / (truePositives + falsePositives),
    recall: truePositives / (truePositives + falseNegatives),
    f1: fBetaOf(truePositives, falsePositives, falseNegatives, 1),
    fBeta: fBetaOf(truePositives, falsePositives, falseNegatives, beta),
    specificity: trueNegatives / (trueNegatives + falsePositives),
    falsePositiveRate: falsePositives / (trueNegatives + falsePositives),
    falseNegativeRate: falseNegatives / (truePositives + falseNegatives),
  };
}

/**
 * F-beta from counts (van Rijsbergen 1979): 0 where nothing is found but something was there, NaN where nothing was there
 * and nothing flagged.
 */
export function fBetaOf(nRight: number, nFalse: number, nMissed: number, beta: number): number {
  const weight = beta * beta;
  return ((1 + weight) * nRight) / ((1 + weight) * nRight + weight * nMissed + nFalse);
}
