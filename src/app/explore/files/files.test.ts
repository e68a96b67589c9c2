import 'fake-indexeddb/auto';

import { IDBFactory } from 'fake-indexeddb';
import { readCsv, type CsvAnswers } from 'foreband-detector';

import { createFileStore } from './fileStore';
import { readFile } from './readFile';

const owner = { subPath: '', orgId: 1, userId: 2 };

function fail(): never {
  throw new Error('the file should leave nothing open');
}

const fileOf = (text: string, name = 'cpu.csv') => ({
  name,
  size: text.length,
  arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const onProgress = () => undefined;

async function contentOf(text: string, name?: string, answers?: CsvAnswers) {
  const read = await readFile(fileOf(text, name), { answers, onProgress });
  if (read.kind === 'question') {
    throw new Error(read.text);
  }
  return read;
}

describe('readFile(source, options)', () => {
  it('gives the content with a fingerprint that another file of the same content has too', async () => {
    const comma = await contentOf('t,cpu\n2026-01-05T10:00Z,0.5\n');
    const semicolon = await contentOf('t;cpu\r\n2026-01-05T10:00Z;0,5', 'other.csv');
    const another = await contentOf('t,cpu\n2026-01-05T10:00Z,0.6\n');
    expect(comma.file).toEqual({ name: 'cpu.csv', fingerprint: comma.file.fingerprint });
    expect([...comma.content.series[0].series.y]).toEqual([0.5]);
    expect(semicolon.file.fingerprint).toBe(comma.file.fingerprint);
    expect(another.file.fingerprint).not.toBe(comma.file.fingerprint);
  });

  it('gives a fingerprint that differs where any series does', async () => {
    const [one, other] = await Promise.all(['2', '3'].map((value) => contentOf(`t,a,b\n2026-01-05T10:00Z,1,${value}`)));
    expect(one.file.fingerprint).not.toBe(other.file.fingerprint);
  });

  it('gives a question where a file can be read in two ways, and with an answer the content, which keeps it', async () => {
    const text = 't;rps\n2026-01-05T10:00Z;1,002';
    const asked = await readFile(fileOf(text), { onProgress });
    expect(asked).toMatchObject({ kind: 'question', about: 'decimal' });
    const { file, content } = await contentOf(text, 'rps.csv', { decimal: '.' });
    expect(file.answers).toEqual({ decimal: '.' });
    expect(content.series[0].series.y[0]).toBe(1002);
  });

  it('refuses a file that is too large before loading it', async () => {
    const arrayBuffer = jest.fn();
    const huge = { name: 'x', size: 1e9, arrayBuffer };
    await expect(readFile(huge, { onProgress })).rejects.toThrow('the file has 1000000000 bytes (expected at most');
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('says what is wrong with a file, and where', async () => {
    await expect(readFile(fileOf('t,v\nnoon,1'), { onProgress })).rejects.toThrow('line 2: invalid timestamp: "noon"');
  });
});

describe('createFileStore(owner)', () => {
  const read = readCsv('t,cpu,label\n2026-01-05T10:00Z,0.5,\n2026-01-05T10:05Z,0.75,spike');
  const content = read.kind === 'content' ? read : fail();
  const file = { name: 'cpu.csv', fingerprint: 'abc', answers: { dayOrder: 'monthFirst' } } as const;

  it('gives back what was saved, also to a page that is opened later', async () => {
    await createFileStore(owner).save(file, content);
    expect(await createFileStore(owner).load('abc')).toEqual(content);
    expect(await createFileStore(owner).load('other')).toBeUndefined();
    expect(await createFileStore(owner, () => 7).list()).toMatchObject([file]);
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
