import { rankPoints } from './rankedPoints.js';

/** Precision against recall. Columns of one length, from the strangest points down to all points. */
export interface PrecisionRecall {
  /** Points at least this strange are flagged. In the unit of the strangeness, descending. */
  readonly threshold: Float64Array;
  /** Share of the flagged points that are anomalous, 0 to 1. */
  readonly precision: Float64Array;
  /** Share of the anomalous points that are flagged, ascending to 1; NaN where there are none. */
  readonly recall: Float64Array;
  /** Mean of the precisions, each weighted by the recall it adds: 0 to 1. Chance is the share of anomalous points. */
  readonly averagePrecision: number;
}

/**
 * The precision-recall curve of labels and a strangeness, one point for each strangeness that occurs. The average
 * precision sums rectangles, never straight lines between points, which would be too good (Davis and Goadrich 2006).
 * @param labels 1 where a point is anomalous, else 0.
 * @param strangeness bigger is stranger (see `breachMultipliersOf`); points with NaN are left out.
 */
export function precisionRecallOf(labels: Uint8Array, strangeness: Float64Array): PrecisionRecall {
  const { threshold, nAnomalous, nNormal } = rankPoints(labels, strangeness);
  const all = nAnomalous.at(-1) ?? 0;
  const precision = nAnomalous.map((count, i) => count / (count + nNormal[i]));
  const recall = nAnomalous.map((count) => count / all);
  const averagePrecision = precision.reduce(
    (sum, value, i) => sum + value * (recall[i] - (i === 0 ? 0 : recall[i - 1])),
    0,
  );
  return { threshold, precision, recall, averagePrecision: all === 0 ? NaN : averagePrecision };
}
