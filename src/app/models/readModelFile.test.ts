/** @jest-environment jsdom */
import '../../grafana/testing/browser';

import { saveModel, serializeSavedModel } from 'foreband-engine';
import { loadProphet, writePythonModel } from 'prophet-wasm';

import { fittedSeries, HISTORY_END, samples } from '../../../pkg/engine/tests/fittedSeries';

import { fittedRows } from './pythonText';
import { readModelFile } from './readModelFile';

const DAY_MS = 86_400_000;

const fileOf = (name: string, text: string) => ({ name, size: text.length, text: () => Promise.resolve(text) });

describe('readModelFile()', () => {
  it('reads a file of Foreband’s as it was saved', async () => {
    const { engine, detected } = await fittedSeries();
    const saved = saveModel(engine, detected, { unit: 'percentunit', now: HISTORY_END });
    expect(await readModelFile(engine, fileOf('web.json', serializeSavedModel(saved)), 0)).toEqual({
      ...saved,
      origin: 'opened',
    });
  }, 60_000);

  it('reads a file of Python Prophet’s, and calls the model like the file', async () => {
    const [{ engine }, prophet] = await Promise.all([fittedSeries(), loadProphet()]);
    const history = samples(HISTORY_END - 21 * DAY_MS, 21);
    const text = writePythonModel(prophet, prophet.fit(history), history);
    expect(await readModelFile(engine, fileOf('cpu.json', text), HISTORY_END)).toMatchObject({
      name: 'cpu',
      created: HISTORY_END,
      training: { nSamples: 3024 },
    });
  }, 60_000);

  it.each([
    ['{"format":"foreband-model","ver', 'the file is not JSON. It may have been cut off on the way.'],
    ['{"some":"thing"}', 'This file is not a Foreband model'],
    ['{"format":"foreband-model","version":4}', 'Update Foreband'],
    ['{"growth":"linear","y_scale":0}', 'invalid '],
  ])('refuses %s with a reason', async (text, reason) => {
    const { engine } = await fittedSeries();
    await expect(readModelFile(engine, fileOf('x.json', text), 0)).rejects.toThrow(reason);
  });

  it('refuses a file that is far too large before reading it', async () => {
    const { engine } = await fittedSeries();
    const huge = { name: 'x.json', size: 1e9, text: () => Promise.reject(new Error('was read')) };
    await expect(readModelFile(engine, huge, 0)).rejects.toThrow('1000000000 bytes');
  });
});

describe('fittedRows()', () => {
  it('leaves out as many of the samples farthest from the model as were excluded from the fit', async () => {
    const { engine, detected } = await fittedSeries();
    const saved = saveModel(engine, detected, { unit: null, now: HISTORY_END });
    const spoilt = { ...detected.training, y: detected.training.y.map((y, row) => (row === 70 ? y + 3 : y)) };
    expect(fittedRows(engine, saved, spoilt).y).toHaveLength(3024);
    const rows = fittedRows(engine, { ...saved, nExcluded: 1 }, spoilt);
    expect(rows.y).toHaveLength(3023);
    expect(rows.time).not.toContain(spoilt.time[70]);
  }, 60_000);
});
