import type { TimeSpan } from 'foreband-detector';

import type { BrushRange } from '../plot/brushKey';

/** A brushed time range on whole steps, so that it begins and ends at samples; on whole milliseconds without a step. */
export function wholeSteps([start, end]: BrushRange, stepMs: number): TimeSpan {
  const step = stepMs > 0 ? stepMs : 1;
  return { start: Math.round(start / step) * step, end: Math.round(end / step) * step };
}
