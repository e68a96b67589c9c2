import 'fake-indexeddb/auto';

import { openDB } from 'idb';

import { forgetAll, storedParts } from './browserStorage';
import { storeName } from './storeOwner';

const ann = { subPath: '', orgId: 1, userId: 7 };
const bob = { ...ann, userId: 8 };

const fill = async (kind: string, owner: typeof ann, nEntries: number) => {
  const database = await openDB(storeName(kind, owner), 3, {
    upgrade: (upgraded) => void upgraded.createObjectStore('rows'),
  });
  await Promise.all(Array.from({ length: nEntries }, (_, key) => database.put('rows', 'x', key)));
  return database;
};
const counts = async (owner: typeof ann) =>
  Object.fromEntries((await storedParts(owner)).map(({ kind, nEntries }) => [kind, nEntries]));

describe('what this browser stores', () => {
  it('storedParts(owner) counts what there is of each kind, and makes no database', async () => {
    (await fill('foreband-log', ann, 3)).close();
    expect(await counts(ann)).toEqual({
      'foreband-training': 0,
      'foreband-models': 0,
      'foreband-log': 3,
      'foreband-files': 0,
    });
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([storeName('foreband-log', ann)]);
  });

  it("forgetAll(owner) empties all of an owner's while it is in use, leaves others' alone, and what is open works on", async () => {
    const open = await fill('foreband-models', ann, 2);
    (await fill('foreband-models', bob, 4)).close();
    await forgetAll(ann);
    expect(await counts(ann)).toMatchObject({ 'foreband-models': 0, 'foreband-log': 0 });
    expect(await counts(bob)).toMatchObject({ 'foreband-models': 4 });
    await open.put('rows', 'new', 1);
    expect(await counts(ann)).toMatchObject({ 'foreband-models': 1 });
    open.close();
  });
});
