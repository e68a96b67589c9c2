import { evaluationFigures } from '../evaluation/evaluationFigures.js';
import type { EvaluationBasis } from '../evaluation/runEvaluation.js';

import { entryKey, type EvaluationEntry, type LogOrigin } from './logEvent.js';

/** An evaluation as an entry; the same figures are the same evaluation. */
export function evaluationEntry(origin: LogOrigin, basis: EvaluationBasis, time: number): EvaluationEntry {
  const {
    nSamples,
    evaluatedAt: _at,
    subject: _subject,
    start: _start,
    end: _end,
    ...shares
  } = evaluationFigures(basis, time);
  const figures = { ...shares, nReadings: nSamples };
  return {
    type: 'model_evaluation',
    key: entryKey('model_evaluation', origin, origin.series, JSON.stringify(figures)),
    time,
    level: 'info',
    revision: 0,
    origin,
    ...figures,
  };
}
