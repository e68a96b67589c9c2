import { medianStep } from 'foreband-engine';

import type { VisibleRange } from '../../training/detectionJobs';

import type { DrawnLine } from './chartSeries';

/** Steps without a sample that may yet come late, as `seriesStatus` counts them. */
const LATE_STEPS = 2;

/**
 * When a series that has samples in a range stopped having any, well before the range ends: its last sample, epoch ms;
 * undefined where it goes on.
 * @param stepMs distance of the samples that are scored; what is drawn may be coarser.
 * @param answeredUntil epoch ms up to which the source has answered. Default: the end of the range, or the moment it was asked.
 */
export function noDataSince(
  { time, y }: DrawnLine,
  { to, now }: Pick<VisibleRange, 'to' | 'now'>,
  stepMs: number,
  answeredUntil = Math.min(to, now),
): number | undefined {
  const last = time[y.findLastIndex(Number.isFinite)];
  const step = Math.max(stepMs, medianStep(time));
  return last !== undefined && Math.min(to, answeredUntil) - last >= LATE_STEPS * step ? last : undefined;
}
