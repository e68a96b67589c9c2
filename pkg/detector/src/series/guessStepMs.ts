/**
 * The spacing of timestamps: the lower median of their positive differences, so one that really occurs. Gaps and a few
 * odd samples do not change it.
 * @param time epoch milliseconds, ascending.
 * @returns milliseconds, or NaN where no two timestamps differ.
 */
export function guessStepMs(time: Float64Array): number {
  const differences: number[] = [];
  for (let i = 1; i < time.length; i++) {
    if (time[i] > time[i - 1]) {
      differences.push(time[i] - time[i - 1]);
    }
  }
  const sorted = Float64Array.from(differences).sort();
  return sorted.length === 0 ? NaN : sorted[(sorted.length - 1) >> 1];
}
