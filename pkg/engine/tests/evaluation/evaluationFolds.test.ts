import { defaultSettings } from '../../src/settings/settings.js';

import { evaluationFolds } from '../../src/evaluation/evaluationFolds.js';
import { parsePlan } from '../../src/evaluation/evaluationPlan.js';

const HOUR = 3_600_000;

/** A hundred hours, one row each. */
function subject(known?: { start: number; end: number }) {
  const time = Float64Array.from({ length: 100 }, (_, row) => row * HOUR);
  const series = { name: 'web', labels: {}, time, y: time.map(() => 1) };
  return { name: 'web', series, settings: defaultSettings, marked: { spans: [], known } };
}

describe('evaluationFolds', () => {
  it('fits the first 80 % of the rows and holds out the rest', () => {
    expect(evaluationFolds(subject(), parsePlan())).toEqual([
      { training: { from: 0, to: 80 }, heldOut: { from: 80, to: 100 } },
    ]);
  });

  it('holds out one stretch after the other from the middle on, learning from all rows before', () => {
    const folds = evaluationFolds(subject(), parsePlan({ rows: 'rolling', refitEveryMs: 24 * HOUR }));
    expect(folds.map(({ training, heldOut }) => [training.to, heldOut.to])).toEqual([
      [50, 74],
      [74, 98],
      [98, 100],
    ]);
  });

  it('scores no row whose truth is unknown, and fits those before', () => {
    const known = { start: 90 * HOUR, end: 94 * HOUR };
    expect(evaluationFolds(subject(known), parsePlan({ truth: 'field' }))).toEqual([
      { training: { from: 0, to: 90 }, heldOut: { from: 90, to: 95 } },
    ]);
  });

  it('leaves no fold where all known rows are fitted', () => {
    const known = { start: 0, end: 50 * HOUR };
    expect(evaluationFolds(subject(known), parsePlan({ truth: 'field' }))).toEqual([]);
  });
});
