import { defaultPlan, parsePlan, type EvaluationPlan } from '../../src/evaluation/evaluationPlan.js';

describe('parsePlan', () => {
  it('completes what is stored with the defaults', () => {
    expect(parsePlan({ rows: 'rolling', seed: 7 })).toEqual({ ...defaultPlan, rows: 'rolling', seed: 7 });
  });

  const wrong: ReadonlyArray<readonly [Partial<EvaluationPlan>, string]> = [
    [{ ratio: 0 }, 'invalid ratio: 0 (expected above 0, at most 0.5)'],
    [{ size: -1 }, 'invalid size: -1 (expected above 0)'],
    [{ seed: 1.5 }, 'invalid seed: 1.5 (expected a whole number of 32 bits)'],
    [{ trainingShare: 1 }, 'invalid trainingShare: 1 (expected above 0, below 1)'],
    [{ refitEveryMs: 60_000 }, 'invalid refitEveryMs: 60000 (expected one hour to four weeks, in ms)'],
    [{ kinds: [] }, 'invalid kinds: [] (expected some of spike'],
    [{ goal: { kind: 'fBeta', beta: 0 } }, 'invalid goal.beta: 0 (expected above 0)'],
    [{ goal: { kind: 'falseEvents', perWeek: -1 } }, 'invalid goal.perWeek: -1 (expected 0 or more)'],
  ];
  it.each(wrong)('refuses %j', (stored, message) => {
    expect(() => parsePlan(stored)).toThrow(message);
  });
});
