import { rankPoints } from './rankedPoints.js';

/** A receiver operating characteristic. Columns of one length, from flagging nothing to flagging everything. */
export interface Roc {
  /** Points at least this strange are flagged; Infinity first, for none. In the unit of the strangeness. */
  readonly threshold: Float64Array;
  /** Share of the normal points that are flagged then, 0 to 1. */
  readonly falsePositiveRate: Float64Array;
  /** Share of the anomalous points that are flagged then, 0 to 1. */
  readonly truePositiveRate: Float64Array;
  /** Area under the curve, 0 to 1: how likely an anomalous point is stranger than a normal one. 0.5 is chance. */
  readonly area: number;
}

/**
 * The ROC of labels and a strangeness. Points between two corners of the curve are left out, which changes neither its
 * shape nor its area. With only one class of points the rates of the other and the area are NaN.
 * @param labels 1 where a point is anomalous, else 0.
 * @param strangeness bigger is stranger (see `breachMultipliersOf`); points with NaN are left out.
 */
export function rocOf(labels: Uint8Array, strangeness: Float64Array): Roc {
  const { threshold, nAnomalous, nNormal } = rankPoints(labels, strangeness);
  const allAnomalous = nAnomalous.at(-1) ?? 0;
  const allNormal = nNormal.at(-1) ?? 0;
  const corners = cornersOf(nAnomalous, nNormal);
  let doubleArea = 0;
  for (let i = 0; i < threshold.length; i++) {
    const below = i === 0 ? { anomalous: 0, normal: 0 } : { anomalous: nAnomalous[i - 1], normal: nNormal[i - 1] };
    doubleArea += (nNormal[i] - below.normal) * (nAnomalous[i] + below.anomalous);
  }
  return {
    threshold: Float64Array.from([Infinity, ...corners.map((i) => threshold[i])]),
    falsePositiveRate: Float64Array.from([0, ...corners.map((i) => nNormal[i] / allNormal)]),
    truePositiveRate: Float64Array.from([0, ...corners.map((i) => nAnomalous[i] / allAnomalous)]),
    area: doubleArea / (2 * allAnomalous * allNormal),
  };
}

// A rank is a corner unless the curve goes straight on: as many anomalous and normal points before it as after it.
function cornersOf(nAnomalous: Float64Array, nNormal: Float64Array): readonly number[] {
  const corners: number[] = [];
  for (let i = 0; i < nAnomalous.length; i++) {
    const isStraight =
      i > 0 &&
      i + 1 < nAnomalous.length &&
      nAnomalous[i + 1] + nAnomalous[i - 1] === 2 * nAnomalous[i] &&
      nNormal[i + 1] + nNormal[i - 1] === 2 * nNormal[i];
    if (!isStraight) {
      corners.push(i);
    }
  }
  return corners;
}
