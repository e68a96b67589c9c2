import { useMemo } from 'react';

import { detectionJobs, isSettled, type PlannedJob } from './detectionJobs';
import type { SeriesInput } from './seriesInput';
import type { TrainedSeries } from './useTrainedSeries';

/** One series of several, with what can be learnt about it. */
export interface ChosenSeries {
  readonly input: SeriesInput;
  /** Missing while its training is being fetched, and where nothing can be learnt. */
  readonly planned?: PlannedJob;
  /** Whether its training is still on its way. */
  readonly isWaiting: boolean;
}

const NOTHING_KNOWN: ReadonlyMap<string, unknown> = new Map();

function countReadings(y: Float64Array): number {
  let count = 0;
  for (const value of y) {
    count += Number.isFinite(value) ? 1 : 0;
  }
  return count;
}

function readingCount({ job }: PlannedJob): number {
  return countReadings(job.training.y) + countReadings(job.visible.y);
}

// A target that has just appeared among others is rarely what somebody wants to see first.
function firstWithHistory(inputs: readonly SeriesInput[], jobs: readonly PlannedJob[]): SeriesInput | undefined {
  const counts = jobs.map(readingCount);
  const most = Math.max(0, ...counts);
  const place = counts.findIndex((count) => count >= most / 2);
  return inputs.find(({ key }) => key === jobs[place]?.key) ?? inputs[0];
}

/**
 * The series a panel for one series at a time looks at: the one with this key, else the first with about as much history as
 * any. Undefined without series. Scoring settings play no part, so the job stays the same while they change.
 */
export function useChosenJob(trained: TrainedSeries, key: string): ChosenSeries | undefined {
  const { inputs, learning, training, visible } = trained;
  const jobs = useMemo(
    () => detectionJobs(inputs, { known: NOTHING_KNOWN, settingsOf: learning, training, visible }),
    [inputs, learning, training, visible],
  );
  return useMemo(() => {
    const input = inputs.find((one) => one.key === key) ?? firstWithHistory(inputs, jobs);
    const planned = jobs.find((job) => job.key === input?.key);
    return input === undefined ? undefined : { input, planned, isWaiting: planned === undefined && !isSettled(input) };
  }, [inputs, jobs, key]);
}
