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

/** Longest stretch of work that a draw may wait for. */
const AT_ONCE_MS = 50;

// A month at five minutes, some 8,000 rows, is fitted adaptively in up to twenty milliseconds (README.md) and by the classic
// method, as it is scored, in well under one.
const MS_PER_ROW: Readonly<Record<DetectorSettings['method'], number>> = { adaptive: 20 / 8000, classic: 1 / 8000 };

const NO_OUTCOMES: Outcomes = new Map();

// A history that need not be fitted is not even read.
function costMs({ training, visible, fitted, settings }: KeyedJob['job']): number {
  const fitMs = fitted === undefined ? training.time.length * MS_PER_ROW[settings.method] : 0;
  return fitMs + visible.time.length * MS_PER_ROW.classic;
}

function detectAll(engine: Engine, jobs: readonly KeyedJob[]): Outcomes {
  return new Map(jobs.map(({ key, job }) => [key, engine.detect(job)]));
}

/**
 * Fits and forecasts every job: at once where a draw can wait for it, else in slices that leave the page responsive;
 * meanwhile the outcomes of the jobs before stay. Of a job's settings those that score do not count: `useScored` scores.
 */
export function useForecast(engine: Engine | undefined, jobs: readonly KeyedJob[]): Outcomes {
  const isSmall = useMemo(() => jobs.reduce((sum, { job }) => sum + costMs(job), 0) <= AT_ONCE_MS, [jobs]);
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
