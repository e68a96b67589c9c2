import type { TimeSpan } from 'foreband-detector';

import type { FitSettings } from '../settings/settings.js';

const DAY_MS = 86_400_000;

/** The span widened to multiples of the step, as Prometheus answers ranges. */
export function alignSpan(span: TimeSpan, stepMs: number): TimeSpan {
  return { start: Math.floor(span.start / stepMs) * stepMs, end: Math.ceil(span.end / stepMs) * stepMs };
}

/** The time of the newest step that is complete: the one still running would be scored on part of its data. */
export function lastCompleteStep(now: number, stepMs: number): number {
  return Math.floor(now / stepMs) * stepMs;
}

/**
 * The history to fit for a visible range. It ends at the last UTC midnight before the range's end (or before now,
 * when the range reaches into the future), so that all of a day's refreshes share one model and one set of scores.
 */
export function trainingSpan(
  visible: { readonly from: number; readonly to: number; readonly now: number },
  settings: Pick<FitSettings, 'trainingWindowMs' | 'stepMs'>,
): TimeSpan {
  const midnight = Math.floor(Math.min(visible.now, visible.to) / DAY_MS) * DAY_MS;
  return alignSpan({ start: midnight - settings.trainingWindowMs, end: midnight }, settings.stepMs);
}
