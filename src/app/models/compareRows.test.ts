/** @jest-environment jsdom */
import { type Engine, modelFingerprint, type SavedModel, saveModel } from 'foreband-engine';
import { fittedSeries, HISTORY_END } from '../../../pkg/engine/tests/fittedSeries';

import { compareRows } from './compareRows';

describe('compareRows()', () => {
  let engine: Engine;
  let saved: SavedModel;

  beforeAll(async () => {
    const fitted = await fittedSeries();
    engine = fitted.engine;
    saved = saveModel(engine, fitted.detected, { unit: null, now: HISTORY_END });
  }, 60_000);

  const withModel = (model: SavedModel['model']): SavedModel => ({
    ...saved,
    model,
    key: modelFingerprint({ ...saved, model }),
  });
  const changes = (right: SavedModel) =>
    new Map(compareRows(engine, saved, right, HISTORY_END).map(([name, , , change]) => [name, change]));

  it('finds no change between a model and itself', () => {
    expect([...changes(saved).values()].every((change) => change.startsWith('0'))).toBe(true);
  });

  it('finds a level that has risen, and noise that has doubled', () => {
    const { params } = saved.model;
    const noisy = { ...saved.model, params: { ...params, m: params.m + 0.5, sigmaObs: 2 * params.sigmaObs } };
    const found = changes(withModel(noisy));
    expect(found.get('Trend at the end of its history')).toMatch(/^\+/);
    expect(found.get('Noise (standard deviation)')).toMatch(/, \+100%$/);
    expect(found.get('Seasonality daily, from lowest to highest')).toMatch(/^0/);
  });

  it('says which seasonality only one of them has', () => {
    const { params, seasonalities } = saved.model;
    const kept = seasonalities.filter(({ name }) => name !== 'weekly');
    const nDropped = 2 * (seasonalities.find(({ name }) => name === 'weekly')?.fourierOrder ?? 0);
    const model = { ...saved.model, seasonalities: kept, params: { ...params, beta: params.beta.slice(nDropped) } };
    const row = compareRows(engine, saved, withModel(model), HISTORY_END).find(([name]) => name.includes('weekly'));
    expect(row?.[2]).toBe('none');
  });
});
