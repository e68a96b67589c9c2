import { useEffect, useMemo, useState } from 'react';

import {
  type DetectionOutcome,
  type DetectorSettings,
  type Engine,
  inSlices,
  rescore,
  withScoring,
} from 'foreband-engine';
import type { KeyedJob, Outcomes } from '../../training/detectionJobs';

interface Finished {
  readonly jobs: readonly KeyedJob[];
  readonly outcomes: Outcomes;
}

// A fit of a month at five minutes takes well under a millisecond, so this many rows stay within a frame or two.
const ROWS_AT_ONCE = 150_000;

const NO_OUTCOMES: Outcomes = new Map();

// A history that need not be fitted is not even read.
function rowCount(jobs: readonly KeyedJob[]): number {
  const nFitted = ({ training, fitted }: KeyedJob['job']) => (fitted === undefined ? training.time.length : 0);
  return jobs.reduce((sum, { job }) => sum + nFitted(job) + job.visible.time.length, 0);
}

function detectAll(engine: Engine, jobs: readonly KeyedJob[]): Outcomes {
  return new Map(jobs.map(({ key, job }) => [key, engine.detect(job)]));
}

/**
 * Fits and forecasts every job: at once where that stays within a frame, else in slices that leave the page responsive;
 * meanwhile the outcomes of the jobs before stay. Of a job's settings those that score do not count: `useScored` scores.
 */
export function useForecast(engine: Engine | undefined, jobs: readonly KeyedJob[]): Outcomes {
  const isSmall = useMemo(() => rowCount(jobs) <= ROWS_AT_ONCE, [jobs]);
  const direct = useMemo(
    () => (engine !== undefined && isSmall ? detectAll(engine, jobs) : undefined),
    [engine, isSmall, jobs],
  );
  const [finished, setFinished] = useState<Finished>();
  useEffect(() => {
    if (engine === undefined || isSmall) {
      return undefined;
    }
    const controller = new AbortController();
    inSlices(jobs, ({ key, job }) => [key, engine.detect(job)] as const, { signal: controller.signal }).then(
      (outcomes) => setFinished({ jobs, outcomes: new Map(outcomes) }),
      () => undefined,
    );
    return () => controller.abort();
  }, [engine, isSmall, jobs]);
  return direct ?? finished?.outcomes ?? NO_OUTCOMES;
}

/** Scores what was forecast with the settings of each series; nothing is fitted or forecast here. */
export function useScored(forecast: Outcomes, settingsOf: ReadonlyMap<string, DetectorSettings>): Outcomes {
  return useMemo(() => {
    const scored = [...forecast].map(([key, outcome]): [string, DetectionOutcome] => {
      const settings = settingsOf.get(key);
      return outcome.kind !== 'detected' || settings === undefined
        ? [key, outcome]
        : [key, rescore(outcome, withScoring(outcome.settings, settings))];
    });
    return new Map(scored);
  }, [forecast, settingsOf]);
}
