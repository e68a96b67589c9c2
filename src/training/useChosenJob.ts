import { useMemo } from 'react';
import { firstWithHistory } from 'foreband-engine';

import { detectionJobs, isSettled, type PlannedJob } from './detectionJobs';
import type { SeriesInput } from './seriesInput';
import type { TrainedSeries } from './useTrainedSeries';

/** One series of several, with what can be fitted to it. */
export interface ChosenSeries {
  readonly input: SeriesInput;
  /** Missing while its training is being fetched, and where nothing can be fitted. */
  readonly planned?: PlannedJob;
  /** Whether its training is still on its way. */
  readonly isWaiting: boolean;
}

const NOTHING_KNOWN: ReadonlyMap<string, unknown> = new Map();

/**
 * The series a panel for one series at a time looks at: the one with this key, else the first with about as much
 * history as any. Undefined without series. Scoring settings play no part, so the job stays the same while they change.
 */
export function useChosenJob(trained: TrainedSeries, key: string): ChosenSeries | undefined {
  const { inputs, settingsOfFit, training, visible } = trained;
  const jobs = useMemo(
    () => detectionJobs(inputs, { known: NOTHING_KNOWN, settingsOf: settingsOfFit, training, visible }),
    [inputs, settingsOfFit, training, visible],
  );
  return useMemo(() => {
    const usual = firstWithHistory(jobs, ({ job }) => [job.training.y, job.visible.y])?.key;
    const input = inputs.find((one) => one.key === key) ?? inputs.find((one) => one.key === usual) ?? inputs[0];
    const planned = jobs.find((job) => job.key === input?.key);
    return input === undefined ? undefined : { input, planned, isWaiting: planned === undefined && !isSettled(input) };
  }, [inputs, jobs, key]);
}
