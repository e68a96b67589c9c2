import type { SimulationRange } from 'foreband-detector';

import type { Affected, Happening, HostProfile, Job } from './hostProfiles';
import { plantedAnomalies } from './plantedAnomaly';
import { bursts, noise } from './signals';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

// A job is limited by a disk or a link, which hardly vary.
const JOB_NOISE = 0.03;

/** Whether the job runs, and how much of the run has passed, 0 to 1; undefined between two runs. */
function progressAt({ weekday, startHour, minutes }: Job, time: number): number | undefined {
  const day = Math.floor(time / DAY_MS);
  // Day 0 of the epoch was a Thursday.
  const isItsDay = weekday === undefined || (day + 4) % 7 === weekday;
  const progress = (time - day * DAY_MS - startHour * HOUR_MS) / ((minutes + (day % 3) - 1) * MINUTE_MS);
  return isItsDay && progress >= 0 && progress < 1 ? progress : undefined;
}

function isOn({ startBeforeEndMs, endBeforeEndMs = -Infinity }: Happening, beforeEndMs: number): boolean {
  return beforeEndMs <= startBeforeEndMs && beforeEndMs > endBeforeEndMs;
}

/** When a host lives. */
export interface Life {
  /** End of its history, epoch ms. */
  readonly now: number;
  /** Its rows, before and after. */
  readonly range: SimulationRange;
}

/** Displacement of a metric at each row: by jobs, happenings and bursts, and planted. */
export function displacements(profile: HostProfile, metric: Affected, { now, range }: Life): Float64Array {
  const { scenario, jobs, happenings, bursts: burst } = profile;
  const sizes = noise(scenario.seed + 1000, range);
  const shots = burst?.[metric] === undefined ? undefined : bursts(scenario.seed + 2000, burst.chance, range);
  const planted = plantedAnomalies
    .filter((one) => one.instance === scenario.instance && one.metric === metric)
    .map(({ displacement, ...span }): Happening => ({ ...span, [metric]: displacement }));
  const once = [...happenings, ...planted];
  return sizes.map((size, row) => {
    const time = range.start + row * range.stepMs;
    const ofJobs = jobs.reduce((sum, job) => sum + ofJob(job, metric, time, size), 0);
    const ofOnce = once.reduce((sum, one) => sum + (isOn(one, now - time) ? (one[metric] ?? 0) : 0), 0);
    return ofJobs + ofOnce + (shots?.[row] ?? 0) * (burst?.[metric] ?? 0);
  });
}

/** A disk fills up in the course of the run; the rest varies a little. */
function ofJob(job: Job, metric: Affected, time: number, size: number): number {
  const progress = progressAt(job, time);
  if (progress === undefined) {
    return 0;
  }
  return (job[metric] ?? 0) * (metric === 'disk' ? progress : 1 + JOB_NOISE * size);
}
