import { useEffect, useMemo } from 'react';

import { type EvaluationBasis, evaluationEntry, type EvaluationOutcome, type LogOrigin } from 'foreband-engine';

import { browserRecorder } from '../stores/browserLog';

// A threshold that is dragged is no evaluation at each of its values.
const SETTLED_MS = 2000;

/** Where evaluations are made. */
export type EvaluationPlace = Pick<LogOrigin, 'dashboard' | 'panelId' | 'panel' | 'query' | 'labels'>;

function originOf(place: EvaluationPlace, { name }: EvaluationBasis): LogOrigin {
  return { ...place, series: name, instance: place.labels.instance ?? name };
}

/** Logs an evaluation once it is through, but for those of simulated samples. */
export function useLoggedEvaluation(
  outcome: EvaluationOutcome | undefined,
  place: EvaluationPlace,
  isSimulated: boolean,
): void {
  const text = JSON.stringify(place);
  const stable = useMemo(() => JSON.parse(text) as EvaluationPlace, [text]);
  useEffect(() => {
    if (outcome?.kind !== 'evaluated' || isSimulated) {
      return undefined;
    }
    const timer = setTimeout(
      () => void browserRecorder().record([evaluationEntry(originOf(stable, outcome), outcome, Date.now())]),
      SETTLED_MS,
    );
    return () => clearTimeout(timer);
  }, [outcome, stable, isSimulated]);
}
