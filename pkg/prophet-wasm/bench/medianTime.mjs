/** Keeps results alive, so that no engine may drop the measured work. */
let sink = 0;

/**
 * Median time of one call of `work`, in ms, over at least `minRuns` runs and `minMs` of work, after one run to warm up.
 * Short work is measured in batches of about 5 ms, since the clock is coarser than it.
 */
export function medianTime(work, { minRuns = 5, minMs = 300 } = {}) {
  const timeBatch = (calls) => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) {
      sink += work() === undefined ? 0 : 1;
    }
    return (performance.now() - start) / calls;
  };
  const first = timeBatch(1);
  const calls = Math.max(1, Math.round(5 / Math.max(first, 1e-4)));
  const runs = [];
  const start = performance.now();
  while (runs.length < minRuns || performance.now() - start < minMs) {
    runs.push(timeBatch(calls));
  }
  runs.sort((one, other) => one - other);
  return { medianMs: runs[runs.length >> 1], runs: runs.length * calls };
}

export const keptResults = () => sink;
