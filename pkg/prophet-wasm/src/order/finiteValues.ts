/** Copies the values from one place to before another that are no NaN to the front of `out`, and says how many there are. */
export function copyFinite(values: Float64Array, from: number, to: number, out: Float64Array): number {
  let count = 0;
  for (let i = Math.max(from, 0); i < Math.min(to, values.length); i++) {
    if (!Number.isNaN(values[i])) {
      out[count++] = values[i];
    }
  }
  return count;
}

/** The same for their sizes. */
export function copySizes(values: Float64Array, from: number, to: number, out: Float64Array): number {
  const count = copyFinite(values, from, to, out);
  for (let i = 0; i < count; i++) {
    out[i] = Math.abs(out[i]);
  }
  return count;
}
