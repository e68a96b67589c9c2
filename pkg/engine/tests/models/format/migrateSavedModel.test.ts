import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadProphet } from 'prophet-wasm';

import { createEngine } from '../../../src/engine.js';
import { readModelList } from '../../../src/models/list/modelList.js';
import { parseSavedModel } from '../../../src/models/format/parseSavedModel.js';
import { serializeSavedModel } from '../../../src/models/format/serializeSavedModel.js';
import { readPins } from '../../../src/models/pins/pinnedModels.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const END = Date.UTC(2026, 4, 20);

/** Saved by Foreband's first release (commit 443029f), from 15 days of hourly samples. */
const text = readFileSync(join(__dirname, '../../firstRelease/savedModel.json'), 'utf8');
const stored: Record<string, unknown> = JSON.parse(text);

describe('a model that the first release saved', () => {
  it('opens with all it knew, in the words of today', () => {
    expect(parseSavedModel(text)).toMatchObject({
      version: 3,
      name: 'web-1',
      created: END + 9 * HOUR,
      origin: 'opened',
      key: 'wobgbb.tjgh1f',
      nExcluded: 5,
      intervalFactor: 1,
      training: { start: END - 15 * DAY, end: END - HOUR, nSamples: 360 },
      adaptive: null,
      settings: { method: 'classic', stepMs: HOUR, thresholdMultiplier: 2.5, weeklyOrder: 3 },
      source: { datasource: { uid: 'foreband' }, query: { metric: 'auto' } },
      evaluation: null,
      explored: null,
    });
  });

  it('forecasts the same', async () => {
    const engine = createEngine(await loadProphet());
    const { yhat, yhatUpper } = engine.forecast(parseSavedModel(text), Float64Array.of(END, END + 12 * HOUR), 0.95);
    // Numbers of the first release's own frame: src/grafana/testing/firstReleaseFrame.json.
    expect([...yhat, ...yhatUpper]).toEqual([
      0.4206957316289013, 0.42016894922719034, 0.4484056130353333, 0.4478788306336223,
    ]);
  });

  it('is read where a panel pinned it and where the app lists it', () => {
    expect([...readPins({ web: stored }).models.values()]).toMatchObject([{ name: 'web-1', origin: 'pinned' }]);
    expect(readModelList({ models: [stored] }).models).toMatchObject([{ name: 'web-1', nExcluded: 5 }]);
  });

  it('becomes one of this version when it is saved again', () => {
    const again = serializeSavedModel(parseSavedModel(text));
    expect(JSON.parse(again)).toMatchObject({ version: 3 });
    expect(parseSavedModel(again)).toEqual(parseSavedModel(text));
  });
});
