import { useCallback, useEffect, useMemo, useState } from 'react';

import {
  type Engine,
  type EvaluationOutcome,
  type EvaluationPlan,
  type EvaluationSubject,
  fingerprint,
  runEvaluation,
  withThreshold,
} from 'foreband-engine';

import { useStable } from './useStable';

/** How far an evaluation is. */
export interface EvaluationProgress {
  /** Steps done and to do; undefined while none is under way. */
  readonly running?: { readonly done: number; readonly total: number };
  /** The latest outcome; that of earlier settings while another evaluation is under way. */
  readonly outcome?: EvaluationOutcome;
  readonly isCancelled: boolean;
  readonly cancel: () => void;
  readonly restart: () => void;
}

interface Run {
  readonly controller: AbortController;
  readonly done: number;
  readonly total: number;
}

// The threshold plays no part in what takes time: it is put in afterward.
const ANY_THRESHOLD = 2;

// The same rows fetched once more, or another threshold alone, are no other subject.
function useThresholdFree(subject: EvaluationSubject | undefined): EvaluationSubject | undefined {
  const series = subject?.series;
  const rows = useMemo(() => (series === undefined ? '' : fingerprint(series.time, series.y)), [series]);
  const wanted =
    subject === undefined
      ? undefined
      : { ...subject, settings: { ...subject.settings, thresholdMultiplier: ANY_THRESHOLD } };
  const { name, settings, calendar, bounds, marked, answers } = wanted ?? {};
  return useStable(wanted, JSON.stringify([rows, name, settings, calendar, bounds, marked, answers]));
}

/**
 * Keeps the evaluation of a subject up to date, in slices that leave the page responsive; waits while it is
 * undefined.
 */
export function useEvaluation(
  engine: Engine | undefined,
  subject: EvaluationSubject | undefined,
  plan: EvaluationPlan,
): EvaluationProgress {
  const [run, setRun] = useState<Run>();
  const [outcome, setOutcome] = useState<EvaluationOutcome>();
  const [isCancelled, setIsCancelled] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const wanted = useThresholdFree(subject);
  useEffect(() => {
    if (engine === undefined || wanted === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const onProgress = (done: number, total: number) => {
      if (!signal.aborted) {
        setRun({ controller, done, total });
      }
    };
    runEvaluation(engine, wanted, plan, { signal, onProgress })
      .catch((error: unknown): EvaluationOutcome => ({
        kind: 'notEvaluated',
        message: error instanceof Error ? error.message : String(error),
      }))
      .then(
        (next) => {
          if (!signal.aborted) {
            setOutcome(next);
            setIsCancelled(false);
            setRun(undefined);
          }
        },
        () => undefined,
      );
    return () => controller.abort();
  }, [engine, wanted, plan, attempt]);
  const cancel = useCallback(() => {
    run?.controller.abort();
    setRun(undefined);
    setIsCancelled(true);
  }, [run]);
  const restart = useCallback(() => {
    setIsCancelled(false);
    setAttempt((before) => before + 1);
  }, []);
  const multiplier = subject?.settings.thresholdMultiplier;
  const atThreshold = useMemo(
    () => (outcome?.kind === 'evaluated' && multiplier !== undefined ? withThreshold(outcome, multiplier) : outcome),
    [outcome, multiplier],
  );
  const running = run === undefined ? undefined : { done: run.done, total: run.total };
  return { running, outcome: atThreshold, isCancelled, cancel, restart };
}
