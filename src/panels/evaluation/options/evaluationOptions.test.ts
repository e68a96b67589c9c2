import { defaultEvaluationOptions, parseEvaluationOptions } from './evaluationOptions';

describe('parseEvaluationOptions', () => {
  it('completes what a dashboard leaves out', () => {
    expect(parseEvaluationOptions({})).toEqual(defaultEvaluationOptions);
  });

  it('keeps the views in their order and drops those it does not know', () => {
    const stored: object = { views: ['roc', 'pie', 'detection'] };
    expect(parseEvaluationOptions(stored).views).toEqual(['detection', 'roc']);
  });

  it('keeps what is set of the plan', () => {
    expect(parseEvaluationOptions({ plan: { seed: 3 } }).plan).toEqual({ seed: 3 });
  });
});
