import { loadProphet, writePythonModel } from 'prophet-wasm';

import { parseSavedModel } from '../../../src/models/format/parseSavedModel.js';
import { serializeSavedModel } from '../../../src/models/format/serializeSavedModel.js';
import { HISTORY_END, fittedSeries, samples } from '../../fittedSeries.js';

import { importPython } from '../../../src/models/exchange/importPython.js';

const DAY_MS = 86_400_000;

describe('importPython()', () => {
  const history = samples(HISTORY_END - 21 * DAY_MS, 21);

  const exported = async (options = {}) => {
    const prophet = await loadProphet();
    return writePythonModel(
      prophet,
      prophet.fit(history, { intervalWidth: 0.9, weeklySeasonality: 3, seasonalityPriorScale: 5, ...options }),
      history,
    );
  };

  it('gives a saved model that forecasts, with what it was fitted to and how well it fits', async () => {
    const { engine } = await fittedSeries();
    const saved = importPython(engine, await exported(), 'cpu', HISTORY_END);
    expect(saved).toMatchObject({
      name: 'cpu',
      training: { start: HISTORY_END - 21 * DAY_MS, end: HISTORY_END - 600_000, nSamples: 3024 },
      settings: {
        stepMs: 600_000,
        intervalWidth: 0.9,
        weeklySeasonality: 'on',
        weeklyOrder: 3,
        yearlySeasonality: 'off',
        seasonalityPriorScale: 5,
      },
      model: { fit: { status: 'imported' } },
    });
    expect(saved.quality?.mae).toBeLessThan(0.02);
    const again = parseSavedModel(serializeSavedModel(saved));
    expect(again).toEqual(saved);
  }, 60_000);

  it('says that a model with further inputs cannot be used, and which one is missing', async () => {
    const { engine } = await fittedSeries();
    const prophet = await loadProphet();
    const regressors = { load: Array.from(history.time, (_, row) => row % 7) };
    const model = prophet.fit({ ...history, regressors }, { regressors: [{ name: 'load' }] });
    const file = writePythonModel(prophet, model, { ...history, regressors });
    expect(() => importPython(engine, file, 'cpu', 0)).toThrow(
      /^Foreband cannot forecast with this model, for it needs more than the time: .*load/,
    );
  }, 60_000);

  it('names the field of a file that cannot be read', async () => {
    const { engine } = await fittedSeries();
    const broken = (await exported()).replace('"y_scale":', '"y_skale":');
    expect(() => importPython(engine, broken, 'cpu', 0)).toThrow('y_scale');
    expect(() => importPython(engine, 'pickle', 'cpu', 0)).toThrow(RangeError);
  }, 60_000);
});
