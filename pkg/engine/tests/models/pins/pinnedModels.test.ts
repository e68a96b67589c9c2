import type { SavedModel } from '../../../src/models/format/savedModel.js';
import { saveModel } from '../../../src/models/format/saveModel.js';
import { HISTORY_END, fittedSeries } from '../../fittedSeries.js';

import { pin, readPins, unpin } from '../../../src/models/pins/pinnedModels.js';

describe('the models that a panel holds', () => {
  let saved: SavedModel;

  beforeAll(async () => {
    const { engine, detected } = await fittedSeries();
    saved = saveModel(engine, detected, { unit: null, source: null, now: HISTORY_END });
  }, 60_000);

  const many = (count: number, note = '') =>
    new Map(Array.from({ length: count }, (_, index) => [`series ${index}`, { ...saved, note }] as const));

  it('are read back by the key of their series', () => {
    const { models, problems } = readPins(pin({}, many(2)));
    expect([...models.keys()]).toEqual(['series 0', 'series 1']);
    expect(models.get('series 1')).toEqual({ ...saved, origin: 'pinned' });
    expect(problems).toEqual([]);
  });

  it('leave out what cannot be read, and say why, beside those that can', () => {
    const { models, problems } = readPins({ ...pin({}, many(1)), broken: { format: 'pickle' }, gone: 'text' });
    expect([...models.keys()]).toEqual(['series 0']);
    expect(problems.map(({ key }) => key)).toEqual(['broken', 'gone']);
  });

  it('replace the one of the same series', () => {
    const next = pin(pin({}, many(1)), many(1, 'again'));
    expect(readPins(next).models.get('series 0')?.note).toBe('again');
  });

  it('are at most fifty', () => {
    expect(() => pin(pin({}, many(20)), new Map([...many(51)].slice(20)))).toThrow(
      'Not pinned: 51 models (a panel holds at most 50)',
    );
  });

  it('take at most 200 kB', () => {
    expect(() => pin({}, many(45, 'x'.repeat(4000)))).toThrow(/kB of models \(a panel holds at most 200 kB\)/);
  });

  it('are unpinned one by one', () => {
    const left = unpin(pin({}, many(3)), ['series 1']);
    expect([...readPins(left).models.keys()]).toEqual(['series 0', 'series 2']);
    expect(Object.keys(JSON.parse(JSON.stringify(left)))).toEqual(['series 0', 'series 2']);
  });
});
