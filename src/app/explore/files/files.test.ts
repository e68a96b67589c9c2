import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';
import { readCsv } from 'foreband-detector';

import { createFileStore } from './fileStore';
import { readFile } from './readFile';

const owner = { subPath: '', orgId: 1, userId: 2 };

const fileOf = (text: string, name = 'cpu.csv') => ({ name, size: text.length, text: () => Promise.resolve(text) });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('readFile(source, onProgress)', () => {
  it('gives the content with a fingerprint that another file of the same content has too', async () => {
    const comma = await readFile(fileOf('t,cpu\n2026-01-05T10:00Z,0.5\n'), () => undefined);
    const semicolon = await readFile(fileOf('t;cpu\r\n2026-01-05T10:00Z;0,5', 'other.csv'), () => undefined);
    const another = await readFile(fileOf('t,cpu\n2026-01-05T10:00Z,0.6\n'), () => undefined);
    expect(comma.file.name).toBe('cpu.csv');
    expect([...comma.content.series.y]).toEqual([0.5]);
    expect(semicolon.file.fingerprint).toBe(comma.file.fingerprint);
    expect(another.file.fingerprint).not.toBe(comma.file.fingerprint);
  });

  it('refuses a file that is too large before loading it', async () => {
    const text = jest.fn();
    const huge = { name: 'x', size: 1e9, text };
    await expect(readFile(huge, () => undefined)).rejects.toThrow('the file has 1000000000 bytes (expected at most');
    expect(text).not.toHaveBeenCalled();
  });

  it('says what is wrong with a file, and where', async () => {
    await expect(readFile(fileOf('t,v\nnoon,1'), () => undefined)).rejects.toThrow('line 2: invalid timestamp: "noon"');
  });
});

describe('createFileStore(owner)', () => {
  const content = readCsv('t,cpu,label\n2026-01-05T10:00Z,0.5,\n2026-01-05T10:05Z,0.75,spike');
  const file = { name: 'cpu.csv', fingerprint: 'abc' };

  it('gives back what was saved, also to a page that is opened later', async () => {
    await createFileStore(owner).save(file, content);
    expect(await createFileStore(owner).load('abc')).toEqual(content);
    expect(await createFileStore(owner).load('other')).toBeUndefined();
  });

  it('keeps the files of one person from another', async () => {
    await createFileStore(owner).save(file, content);
    expect(await createFileStore({ ...owner, userId: 3 }).list()).toEqual([]);
  });

  it('keeps the ten newest files, and each once', async () => {
    let now = 0;
    const store = createFileStore(owner, () => ++now);
    for (let place = 0; place < 12; place++) {
      await store.save({ name: `${place}.csv`, fingerprint: `f${place}` }, content);
    }
    await store.save({ name: 'renamed.csv', fingerprint: 'f2' }, content);
    const names = (await store.list()).map(({ name }) => name);
    expect(names).toEqual([
      'renamed.csv',
      '11.csv',
      '10.csv',
      '9.csv',
      '8.csv',
      '7.csv',
      '6.csv',
      '5.csv',
      '4.csv',
      '3.csv',
    ]);
    expect(await store.load('f1')).toBeUndefined();
  });

  it('fails where the browser blocks the store, so that the caller can say so', async () => {
    globalThis.indexedDB.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
    await expect(createFileStore(owner).save(file, content)).rejects.toThrow('not here');
  });
});
