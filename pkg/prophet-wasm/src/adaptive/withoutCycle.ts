import { copyFinite } from '../order/finiteValues.js';
import { medianOf } from '../order/quantile.js';

/** A series less the median of each place in its cycle. */
export function withoutCycle(values: Float64Array, periodMs: number, stepMs: number): Float64Array {
  const period = periodMs / stepMs;
  const nPlaces = Math.max(1, Math.round(period));
  const place = (i: number) => Math.floor(((i % period) / period) * nPlaces);
  const starts = new Int32Array(nPlaces + 1);
  for (let i = 0; i < values.length; i++) {
    starts[place(i) + 1]++;
  }
  for (let p = 0; p < nPlaces; p++) {
    starts[p + 1] += starts[p];
  }
  const next = starts.slice(0, nPlaces);
  const sorted = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    sorted[next[place(i)]++] = values[i];
  }
  const scratch = new Float64Array(values.length);
  const middle = Float64Array.from({ length: nPlaces }, (_, p) =>
    medianOf(scratch, copyFinite(sorted, starts[p], starts[p + 1], scratch)),
  );
  return values.map((value, i) => value - (middle[place(i)] || 0));
}
