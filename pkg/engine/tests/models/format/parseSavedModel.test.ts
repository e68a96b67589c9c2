import type { EvaluationFigures } from '../../../src/fit/fittedModel.js';
import { HISTORY_END, fittedSeries } from '../../fittedSeries.js';

import { parseSavedModel } from '../../../src/models/format/parseSavedModel.js';
import type { SavedModel } from '../../../src/models/format/savedModel.js';
import { saveModel } from '../../../src/models/format/saveModel.js';
import { serializeSavedModel } from '../../../src/models/format/serializeSavedModel.js';

const figures: EvaluationFigures = {
  evaluatedAt: HISTORY_END,
  subject: 'model',
  start: HISTORY_END,
  end: HISTORY_END + 86_400_000,
  nSamples: 145,
  thresholdMultiplier: 2.5,
  precision: 0.5,
  recall: 1,
  f1: 0.67,
  auc: 0.9,
  eventPrecision: 0.5,
  eventRecall: 1,
  mape: 0.1,
  anomalyRate: 0.01,
};
const source = { datasource: { type: 'prometheus', uid: 'p' }, query: { refId: 'A', expr: 'up' } };

describe('parseSavedModel()', () => {
  let saved: SavedModel;

  beforeAll(async () => {
    const { engine, detected } = await fittedSeries();
    saved = saveModel(engine, detected, { unit: 'percentunit', source, now: HISTORY_END });
  }, 60_000);

  const plain = (): Record<string, unknown> => JSON.parse(serializeSavedModel(saved));

  it('reads back what was saved, from text and from JSON, to the bit, and says where it was', () => {
    expect(parseSavedModel(serializeSavedModel(saved))).toEqual({ ...saved, origin: 'opened' });
    expect(parseSavedModel(plain(), 'pinned')).toEqual({ ...saved, origin: 'pinned' });
  });

  it('reads back the figures of an evaluation, those that nothing tells included', () => {
    const evaluation = { ...figures, mape: NaN };
    expect(parseSavedModel(serializeSavedModel({ ...saved, evaluation })).evaluation).toEqual(evaluation);
  });

  it('takes a few kilobytes for a model of three weeks', () => {
    expect(serializeSavedModel(saved).length).toBeLessThan(6000);
  });

  it('knows what the model was fitted to, and how well it fits', () => {
    expect(saved.training).toMatchObject({
      start: HISTORY_END - 21 * 86_400_000,
      end: HISTORY_END - 600_000,
      nSamples: 3024,
    });
    expect(saved.series).toEqual({ name: 'web', labels: { instance: 'web' } });
    expect(saved.quality?.mae).toBeLessThan(0.02);
    expect(saved.quality?.coverage).toBeGreaterThan(0.9);
  });

  it.each<[string, unknown, string]>([
    ['created', 'yesterday', 'invalid created: "yesterday" (expected epoch milliseconds)'],
    ['name', 7, 'invalid name: 7 (expected a text of at most 1000 characters)'],
    ['series', { name: 'web', labels: { instance: 3 } }, 'invalid series.labels.instance: 3'],
    ['training', { start: 5, end: 4, nSamples: 2, fingerprint: '' }, 'invalid training.end: 4'],
    ['settings', { intervalWidth: 1.2 }, 'invalid intervalWidth: 1.2'],
    ['intervalFactor', 0.5, 'invalid intervalFactor: 0.5'],
    ['quality', { mae: 1, rmse: 1, mape: null, coverage: 2 }, 'invalid quality.coverage: 2 (expected 0 to 1)'],
    ['source', { datasource: { type: 'x' }, query: {} }, 'invalid source.datasource.uid: undefined'],
    ['model', null, 'invalid model: null (expected an object)'],
    ['nExcluded', undefined, 'invalid nExcluded: undefined'],
    ['evaluation', { ...figures, subject: 'guess' }, 'invalid evaluation.subject: "guess" (expected model, settings)'],
    ['evaluation', { ...figures, recall: 7 }, 'invalid evaluation.recall: 7 (expected 0 to 1)'],
  ])('names %s where it cannot be read', (name, value, message) => {
    expect(() => parseSavedModel({ ...plain(), [name]: value })).toThrow(message);
  });

  it('names the parameter of the model that is missing', () => {
    const model = { ...saved.model, params: { ...saved.model.params, delta: [null] } };
    expect(() => parseSavedModel({ ...plain(), model })).toThrow('invalid params.delta[0]: null');
  });

  it('says that a model is too new, and what to do', () => {
    expect(() => parseSavedModel({ ...plain(), version: 4 })).toThrow(
      /newer Foreband \(version 4 of the format; this one reads 3\)\. Update Foreband/,
    );
  });

  it.each([[{ growth: 'linear', params: {} }], ['no JSON at all'], ['{"format":'], [null], [[1]], [7]])(
    'says that %j is none of its models',
    (foreign) => {
      expect(() => parseSavedModel(foreign)).toThrow('This file is not a Foreband model');
    },
  );

  it('refuses a file that is far too long before reading it', () => {
    expect(() => parseSavedModel('x'.repeat(200_001))).toThrow('200001 characters');
  });
});
