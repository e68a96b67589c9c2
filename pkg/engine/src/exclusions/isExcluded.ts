import type { TimeSpan } from 'foreband-detector';

/** Whether a moment (epoch ms) lies in one of the spans, bounds included. */
export function isExcluded(time: number, spans: readonly TimeSpan[]): boolean {
  return spans.some(({ start, end }) => time >= start && time <= end);
}
