import type { SavedModel } from '../../../src/models/format/savedModel.js';
import { saveModel } from '../../../src/models/format/saveModel.js';
import { serializeSavedModel } from '../../../src/models/format/serializeSavedModel.js';
import { HISTORY_END, fittedSeries } from '../../fittedSeries.js';

import { changeModelList, MAX_LIST_BYTES, readModelList } from '../../../src/models/list/modelList.js';

describe('the list of models in the app’s settings', () => {
  let saved: SavedModel;

  beforeAll(async () => {
    const { engine, detected } = await fittedSeries();
    saved = saveModel(engine, detected, { unit: null, source: null, now: HISTORY_END });
  }, 60_000);

  const named = (name: string): SavedModel => ({ ...saved, id: name, name, origin: 'opened' });
  const plain = (model: SavedModel): unknown => JSON.parse(serializeSavedModel(model));
  const stored = (...models: SavedModel[]): Record<string, unknown> => ({ theme: 'kept', models: models.map(plain) });
  const changed = (...args: Parameters<typeof changeModelList>) => {
    const result = changeModelList(...args);
    if (result.kind !== 'changed') {
      throw new Error('expected a change');
    }
    return result.jsonData;
  };

  it('is empty where nothing was saved, or anything but a list', () => {
    for (const jsonData of [undefined, null, {}, { models: 'none' }]) {
      expect(readModelList(jsonData)).toEqual({ models: [], unreadable: [], bytes: 0 });
    }
  });

  it('gets a new model at its end, beside what others keep in the settings', () => {
    const next = changed(stored(named('a')), { kind: 'put', model: named('b') });
    expect(next.theme).toBe('kept');
    expect(readModelList(next).models.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('changes one model in its place, and leaves those it cannot read as they are', () => {
    const tooNew = { format: 'foreband-model', version: 99, name: 'of tomorrow' };
    const known = named('a');
    const before = { models: [tooNew, plain(known), plain(named('b'))] };
    const next = changed(before, { kind: 'put', model: { ...known, note: 'new' }, known });
    expect(next.models).toEqual([tooNew, plain({ ...known, note: 'new' }), plain(named('b'))]);
    expect(readModelList(next).unreadable).toMatchObject([{ index: 0, name: 'of tomorrow' }]);
  });

  it('removes one model', () => {
    const next = changed(stored(named('a'), named('b')), { kind: 'remove', known: named('a') });
    expect(readModelList(next).models.map(({ name }) => name)).toEqual(['b']);
  });

  it('asks before it overwrites or removes what somebody has changed meanwhile', () => {
    const known = named('a');
    const theirs = { ...known, note: 'theirs' };
    const put = { kind: 'put', model: { ...known, note: 'mine' }, known } as const;
    expect(changeModelList(stored(theirs), put)).toEqual({ kind: 'conflict', theirs });
    expect(changeModelList(stored(theirs), { kind: 'remove', known })).toEqual({ kind: 'conflict', theirs });
    expect(changeModelList(stored(), put)).toEqual({ kind: 'conflict', theirs: undefined });
    expect(readModelList(changed(stored(theirs), put, true)).models[0].note).toBe('mine');
    expect(readModelList(changed(stored(), put, true)).models).toHaveLength(1);
  });

  it('holds 48 kB and says what to do beyond, but can always be shortened', () => {
    const large = Array.from({ length: 14 }, (_, index) => named(`model ${index}`));
    expect(readModelList(stored(...large)).bytes).toBeGreaterThan(MAX_LIST_BYTES);
    expect(() => changeModelList(stored(...large), { kind: 'put', model: named('b') })).toThrow(
      /^The list is full: it would take .* of 48 kB\. Delete models/,
    );
    expect(readModelList(changed(stored(...large), { kind: 'remove', known: large[0] })).models).toHaveLength(13);
  });
});
