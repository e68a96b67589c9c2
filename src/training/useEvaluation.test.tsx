import { act, renderHook, waitFor } from '@testing-library/react';
import { parseScenario, simulate } from 'foreband-detector';

import {
  defaultSettings,
  type Engine,
  type EvaluationPlan,
  type EvaluationSubject,
  loadEngine,
  parsePlan,
} from 'foreband-engine';

import { useEvaluation } from './useEvaluation';

const STEP = 600_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 4, 4);
const PATIENCE = { timeout: 60_000 };

jest.setTimeout(120_000);

const { series } = simulate(parseScenario({ nAnomaliesPerWeek: 0 }), {
  start: START,
  end: START + 20 * DAY - STEP,
  stepMs: STEP,
});
const subject: EvaluationSubject = { name: 'web', series, settings: { ...defaultSettings, stepMs: STEP } };

interface Given {
  readonly subject: EvaluationSubject;
  readonly plan: EvaluationPlan;
}

describe('useEvaluation', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await loadEngine();
  }, 60_000);

  const render = (plan: EvaluationPlan) =>
    renderHook((given: Given) => useEvaluation(engine, given.subject, given.plan), { initialProps: { subject, plan } });

  it('gives the evaluation once it is through', async () => {
    const { result } = render(parsePlan());
    await waitFor(() => expect(result.current.outcome?.kind).toBe('evaluated'), PATIENCE);
    expect(result.current.running).toBeUndefined();
  });

  it('follows another threshold without another evaluation', async () => {
    const plan = parsePlan();
    const { result, rerender } = render(plan);
    await waitFor(() => expect(result.current.outcome?.kind).toBe('evaluated'), PATIENCE);
    const fit = jest.spyOn(engine, 'fit');
    rerender({ plan, subject: { ...subject, settings: { ...subject.settings, thresholdMultiplier: 4 } } });
    const { outcome, running } = result.current;
    expect(running).toBeUndefined();
    expect(outcome?.kind === 'evaluated' && outcome.evaluation.options.thresholdMultiplier).toBe(4);
    expect(fit).not.toHaveBeenCalled();
    fit.mockRestore();
  });

  it('can be canceled and started again', async () => {
    const { result } = render(parsePlan({ rows: 'rolling', refitEveryMs: 21_600_000 }));
    await waitFor(() => expect(result.current.running?.done).toBeGreaterThan(0), PATIENCE);
    act(() => result.current.cancel());
    expect(result.current.running).toBeUndefined();
    expect(result.current.isCancelled).toBe(true);
    act(() => result.current.restart());
    await waitFor(() => expect(result.current.outcome?.kind).toBe('evaluated'), PATIENCE);
    expect(result.current.isCancelled).toBe(false);
  });
});
