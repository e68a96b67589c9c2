function countSamples(y: Float64Array): number {
  let count = 0;
  for (const value of y) {
    count += Number.isFinite(value) ? 1 : 0;
  }
  return count;
}

/**
 * The first of several with at least half as many samples as any of them; undefined without any. A target that has just
 * appeared among others is rarely what somebody wants to see first.
 */
export function firstWithHistory<T>(all: readonly T[], samplesOf: (one: T) => readonly Float64Array[]): T | undefined {
  const counts = all.map((one) => samplesOf(one).reduce((sum, y) => sum + countSamples(y), 0));
  const most = Math.max(0, ...counts);
  return all[counts.findIndex((count) => count >= most / 2)];
}
