import { deviation } from 'd3-array';

// A normal distribution's standard deviation in units of its median absolute deviation: 1 / quantile(0.75).
const MAD_TO_SIGMA = 1.4826;

/**
 * The standard deviation of a series' noise, in its own unit, without knowing its seasonality: from the differences of
 * neighboring values, whose spread is that of the noise times the root of 2. Robust: it is the median that counts.
 * Where most values repeat, the ordinary standard deviation of the differences, then of the values; 1 for a constant
 * series.
 */
export function noiseScaleOf(y: Float64Array): number {
  const differences: number[] = [];
  for (let row = 1; row < y.length; row++) {
    const difference = y[row] - y[row - 1];
    if (Number.isFinite(difference)) {
      differences.push(difference);
    }
  }
  const center = medianOf(differences);
  const mad = medianOf(differences.map((difference) => Math.abs(difference - center)));
  return (MAD_TO_SIGMA * mad || deviation(differences) || 0) / Math.SQRT2 || deviation(y.filter(Number.isFinite)) || 1;
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return values.length === 0 ? 0 : (sorted[(values.length - 1) >> 1] + sorted[values.length >> 1]) / 2;
}
