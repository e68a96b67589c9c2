/** @jest-environment jsdom */
import '../../../grafana/testing/browser';

import {
  type DetectedSeries,
  type Engine,
  type EvaluationBasis,
  parsePlan,
  parseSavedModel,
  rescore,
  runEvaluation,
  saveModel,
  serializeSavedModel,
} from 'foreband-engine';

import { fittedSeries, HISTORY_END } from '../../../../pkg/engine/tests/fittedSeries';

import { dashboardPanel, type Kept } from './dashboardPanel';
import { modelOf, savedOpened } from './modelOf';

const NOW = HISTORY_END + 3 * 86_400_000;

describe('modelOf(engine, kept, now)', () => {
  let engine: Engine;
  let detected: DetectedSeries;
  const kept = (part: Partial<Kept> = {}): Kept => ({
    source: { kind: 'sample' },
    settings: {},
    detected,
    key: 'web',
    isSimulated: false,
    ...part,
  });
  const evaluate = async (fitted?: Kept['opened']): Promise<EvaluationBasis> => {
    const { series, settings } = detected;
    const basis = await runEvaluation(engine, { name: 'web', series, settings, fitted }, parsePlan());
    if (basis.kind !== 'evaluated') {
      throw new Error(basis.message);
    }
    return basis;
  };
  const atThreshold = (thresholdMultiplier: number): DetectedSeries => {
    const scored = rescore(detected, { ...detected.settings, thresholdMultiplier });
    if (scored.kind !== 'detected') {
      throw new Error(scored.message);
    }
    return scored;
  };

  beforeAll(async () => {
    ({ engine, detected } = await fittedSeries());
  }, 60_000);

  it('has the threshold of the page, the figures of its evaluation there, and the way to its samples', async () => {
    const evaluated = { basis: await evaluate(), at: NOW };
    const saved = modelOf(engine, kept({ detected: atThreshold(3), evaluated }), NOW);
    expect(saved.settings.thresholdMultiplier).toBe(3);
    expect(saved.evaluation).toMatchObject({ subject: 'settings', evaluatedAt: NOW, thresholdMultiplier: 3 });
    expect(saved.explored).toEqual({ source: 'sample' });
    expect(parseSavedModel(serializeSavedModel(saved))).toEqual({ ...saved, origin: 'opened' });
  });

  it('has no figures of other settings', async () => {
    const basis = await evaluate();
    const other = { ...basis, settings: { ...basis.settings, dailyOrder: 8 } };
    expect(modelOf(engine, kept({ evaluated: { basis: other, at: NOW } }), NOW).evaluation).toBeNull();
  });

  describe('of an opened model', () => {
    const openedModel = () =>
      parseSavedModel(
        serializeSavedModel({
          ...saveModel(engine, detected, { unit: null, now: HISTORY_END, name: 'mine' }),
          note: 'x',
        }),
      );

    it('stays that model, with the threshold of the page and the figures of its own evaluation', async () => {
      const opened = openedModel();
      const evaluated = { basis: await evaluate(opened), at: NOW };
      const scored = { ...atThreshold(3), fitted: opened };
      const saved = modelOf(engine, kept({ detected: scored, opened, evaluated }), NOW);
      expect(saved).toMatchObject({
        id: opened.id,
        name: 'mine',
        note: 'x',
        created: HISTORY_END,
        model: opened.model,
      });
      expect(saved.settings).toEqual({ ...opened.settings, thresholdMultiplier: 3 });
      expect(saved.evaluation).toMatchObject({ subject: 'model', thresholdMultiplier: 3 });
      expect(saved.evaluation?.start).toBeGreaterThan(opened.training.end);
    });

    it('is pinned, with its threshold, in the panel that goes on a dashboard; a live one is not', () => {
      const opened = openedModel();
      const pinning = kept({ detected: { ...atThreshold(3), fitted: opened }, opened });
      const { options } = dashboardPanel(pinning, savedOpened(pinning));
      expect(options).toMatchObject({
        models: { pinned: { web: { id: opened.id, settings: { thresholdMultiplier: 3 } } } },
      });
      expect(dashboardPanel(kept(), savedOpened(kept())).options).not.toHaveProperty('models');
    });
  });
});
