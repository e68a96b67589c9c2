import { Button } from '@grafana/ui';

import type { EvaluationProgress } from '../../training/useEvaluation';

/** Beside an evaluation of earlier settings: how far the next one is, and the way to stop or restart it. */
export function ProgressStrip({ running, isCancelled, cancel, restart }: EvaluationProgress) {
  if (running !== undefined) {
    return (
      <>
        <span data-testid="foreband progress">{`Evaluating: ${Math.round((100 * running.done) / running.total)}%`}</span>
        <Button size="sm" variant="secondary" onClick={cancel}>
          Cancel
        </Button>
      </>
    );
  }
  return isCancelled ? (
    <>
      <span>Canceled: showing earlier settings.</span>
      <Button size="sm" variant="secondary" onClick={restart}>
        Evaluate again
      </Button>
    </>
  ) : null;
}
