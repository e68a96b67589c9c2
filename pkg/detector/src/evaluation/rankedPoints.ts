/** Anomalous and normal points at or above each strangeness that occurs, from the strangest down. Columns of one length. */
export interface RankedPoints {
  /** The distinct values of the strangeness, descending. */
  readonly threshold: Float64Array;
  /** Anomalous points at least that strange. */
  readonly nAnomalous: Float64Array;
  /** Normal points at least that strange. */
  readonly nNormal: Float64Array;
}

/** Counts the points by rank. Points whose strangeness is NaN are left out. */
export function rankPoints(labels: Uint8Array, strangeness: Float64Array): RankedPoints {
  const ascending = { anomalous: valuesOf(labels, strangeness, 1), normal: valuesOf(labels, strangeness, 0) };
  const threshold = new Float64Array(ascending.anomalous.length + ascending.normal.length);
  const nAnomalous = new Float64Array(threshold.length);
  const nNormal = new Float64Array(threshold.length);
  let anomalous = ascending.anomalous.length;
  let normal = ascending.normal.length;
  let length = 0;
  while (anomalous > 0 || normal > 0) {
    const value = Math.max(ascending.anomalous[anomalous - 1] ?? -Infinity, ascending.normal[normal - 1] ?? -Infinity);
    while (ascending.anomalous[anomalous - 1] === value) {
      anomalous--;
    }
    while (ascending.normal[normal - 1] === value) {
      normal--;
    }
    threshold[length] = value;
    nAnomalous[length] = ascending.anomalous.length - anomalous;
    nNormal[length] = ascending.normal.length - normal;
    length++;
  }
  return {
    threshold: threshold.slice(0, length),
    nAnomalous: nAnomalous.slice(0, length),
    nNormal: nNormal.slice(0, length),
  };
}

function valuesOf(labels: Uint8Array, strangeness: Float64Array, label: number): Float64Array {
  return strangeness.filter((value, row) => labels[row] === label && !Number.isNaN(value)).sort();
}
