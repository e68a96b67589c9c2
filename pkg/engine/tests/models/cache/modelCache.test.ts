import 'fake-indexeddb/auto';

import { openDB } from 'idb';

import type { SavedModel } from '../../../src/models/format/savedModel.js';
import { saveModel } from '../../../src/models/format/saveModel.js';
import { HISTORY_END, fittedSeries } from '../../fittedSeries.js';

import { createModelCache } from '../../../src/models/cache/modelCache.js';

const DAY_MS = 86_400_000;

describe('the models stored in a browser', () => {
  let saved: SavedModel;
  let nOwners = 0;
  const nextOwner = () => `models of ${++nOwners}`;

  beforeAll(async () => {
    const { engine, detected } = await fittedSeries();
    saved = saveModel(engine, detected, { unit: null, source: null, now: HISTORY_END });
  }, 60_000);

  it('are there again for the same owner, and for no other', async () => {
    const owner = nextOwner();
    await createModelCache(owner).save('query', new Map([['a', saved]]));
    expect(await createModelCache(owner).load('query')).toEqual(new Map([['a', { ...saved, origin: 'cached' }]]));
    expect((await createModelCache(owner).load('query 2')).size).toBe(0);
    expect((await createModelCache(nextOwner()).load('query')).size).toBe(0);
  });

  it('are dropped when nobody has renewed them for ninety days', async () => {
    const owner = nextOwner();
    await createModelCache(owner, () => 0).save('query', new Map([['a', saved]]));
    expect((await createModelCache(owner, () => 91 * DAY_MS).load('query')).size).toBe(0);
  });

  it('are not found where they cannot be read any more', async () => {
    const owner = nextOwner();
    await createModelCache(owner).save('query', new Map([['a', saved]]));
    const database = await openDB(owner, 1);
    await database.put('models', {
      source: 'query',
      series: 'a',
      savedAt: Date.now(),
      text: '{"format":"foreband-model","version":99}',
    });
    database.close();
    const cache = createModelCache(owner);
    expect((await cache.load('query')).size).toBe(0);
    expect(cache.problem()).toBeUndefined();
  });

  it('are none where the browser blocks the store, which is said and breaks nothing', async () => {
    const open = jest.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The user has blocked it.', 'SecurityError');
    });
    const cache = createModelCache(nextOwner());
    await cache.save('query', new Map([['a', saved]]));
    expect((await cache.load('query')).size).toBe(0);
    expect(cache.problem()).toBe('The user has blocked it.');
    open.mockRestore();
  });
});
