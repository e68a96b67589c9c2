/** @jest-environment jsdom */
import { type Engine, type SavedModel, saveModel } from 'foreband-engine';
import { HISTORY_END, learntSeries } from '../../../pkg/engine/tests/models/fittedSeries';

import { compareRows } from './compareRows';

describe('compareRows()', () => {
  let engine: Engine;
  let saved: SavedModel;

  beforeAll(async () => {
    const learnt = await learntSeries();
    engine = learnt.engine;
    saved = saveModel(engine, learnt.detected, { unit: null, source: null, now: HISTORY_END });
  }, 60_000);

  const changes = (right: SavedModel) =>
    new Map(compareRows(engine, saved, right, HISTORY_END).map(([name, , , change]) => [name, change]));

  it('finds no change between a model and itself', () => {
    expect([...changes(saved).values()].every((change) => change.startsWith('0'))).toBe(true);
  });

  it('finds a level that has risen, and noise that has doubled', () => {
    const { params } = saved.model;
    const noisy = { ...saved.model, params: { ...params, m: params.m + 0.5, sigmaObs: 2 * params.sigmaObs } };
    const found = changes({ ...saved, model: noisy });
    expect(found.get('Trend at the end of its history')).toMatch(/^\+/);
    expect(found.get('Noise (standard deviation)')).toMatch(/, \+100 %$/);
    expect(found.get('Pattern daily, from lowest to highest')).toMatch(/^0/);
  });

  it('says which pattern only one of them has', () => {
    const { params, seasonalities } = saved.model;
    const kept = seasonalities.filter(({ name }) => name !== 'weekly');
    const nDropped = 2 * (seasonalities.find(({ name }) => name === 'weekly')?.fourierOrder ?? 0);
    const model = { ...saved.model, seasonalities: kept, params: { ...params, beta: params.beta.slice(nDropped) } };
    const row = compareRows(engine, saved, { ...saved, model }, HISTORY_END).find(([name]) => name.includes('weekly'));
    expect(row?.[2]).toBe('none');
  });
});
