// A scrape may arrive, or a recording rule be evaluated, after the step it belongs to.
const LATE_STEPS = 2;
const LATE_SCRAPES = 2;
const LATE_MS = 60_000;

/** The newest step (epoch ms) that will not change any more, at a moment. Times and durations in ms. */
export function settledTo(moment: number, stepMs: number, scrapeIntervalMs = 0): number {
  const lateMs = Math.max(LATE_SCRAPES * scrapeIntervalMs, LATE_MS);
  const lastSteps = Math.floor(moment / stepMs) - LATE_STEPS;
  return Math.min(lastSteps, Math.floor((moment - lateMs) / stepMs)) * stepMs;
}
