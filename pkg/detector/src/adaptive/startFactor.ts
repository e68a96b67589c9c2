import type { AdaptiveWindows } from './adaptiveWindows.js';

/**
 * By how much the threshold of a young series is higher: what is usual is not yet known well.
 * @param age rows since the series began.
 */
export function startFactor(age: number, { start }: Pick<AdaptiveWindows, 'start'>): number {
  return Math.max(1, start / (age + 1));
}
