/** How often values of each size occur. Bins are equally wide; the last one holds its upper edge too. */
export interface Histogram {
  /** Edges of the bins in the unit of the series, ascending: one more than there are bins. */
  readonly edges: Float64Array;
  /** Values in each bin. */
  readonly counts: Float64Array;
}

/**
 * Counts the finite values in equally wide bins between the smallest and the largest, as NumPy does; where all are equal,
 * between half a unit below and above. No bins without values.
 * @param nBins a whole number, 1 to 10,000. Default 50.
 * @throws RangeError for another number of bins.
 */
export function histogramOf(y: Float64Array, nBins = 50): Histogram {
  if (!Number.isInteger(nBins) || nBins < 1 || nBins > 10_000) {
    throw new RangeError(`invalid nBins: ${nBins} (expected a whole number, 1 to 10000)`);
  }
  const values = y.filter(Number.isFinite);
  if (values.length === 0) {
    return { edges: new Float64Array(0), counts: new Float64Array(0) };
  }
  const { lower, upper } = edgesOf(values);
  const edges = Float64Array.from({ length: nBins + 1 }, (_, i) => lower + ((upper - lower) * i) / nBins);
  edges[nBins] = upper;
  const counts = new Float64Array(nBins);
  for (const value of values) {
    counts[binOf(value, edges, lower, upper)]++;
  }
  return { edges, counts };
}

function edgesOf(values: Float64Array): { readonly lower: number; readonly upper: number } {
  let lower = Infinity;
  let upper = -Infinity;
  for (const value of values) {
    lower = Math.min(lower, value);
    upper = Math.max(upper, value);
  }
  return lower < upper ? { lower, upper } : { lower: lower - 0.5, upper: upper + 0.5 };
}

// The quotient may round a value on an edge to the wrong side; the edges themselves decide.
function binOf(value: number, edges: Float64Array, lower: number, upper: number): number {
  const nBins = edges.length - 1;
  const bin = Math.min(nBins - 1, Math.floor(((value - lower) / (upper - lower)) * nBins));
  if (value < edges[bin]) {
    return bin - 1;
  }
  return bin + 1 < nBins && value >= edges[bin + 1] ? bin + 1 : bin;
}
