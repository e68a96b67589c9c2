/** The values that are not within a block; NaN instead of the others. */
export function outside(values: Float64Array, isBlock: Uint8Array): Float64Array {
  const out = values.slice();
  for (let i = 0; i < out.length; i++) {
    if (isBlock[i] === 1) {
      out[i] = NaN;
    }
  }
  return out;
}
