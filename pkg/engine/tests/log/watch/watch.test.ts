import type { DetectedSeries } from '../../../src/detect/detectedSeries.js';
import { loadEngine } from '../../../src/engine.js';
import { defaultSettings } from '../../../src/settings/settings.js';
import { partOf, type LogEntry, type LogPart } from '../../../src/log/logEvent.js';

import { createWatch } from '../../../src/log/watch/watch.js';

const STEP = 600_000;
const DAY_ROWS = 144;
const panel = { dashboard: 'cpu', panelId: 1, title: 'CPU usage' };

/** Watching begins in the middle of an hour. */
const SINCE_ROW = 20 * DAY_ROWS + 3;
const SINCE = SINCE_ROW * STEP;

/** Usage around 1; 1.5 in the given rows. */
async function scored(nRows: number, strange: readonly number[], settings = {}): Promise<DetectedSeries> {
  const time = Float64Array.from({ length: nRows }, (_, row) => row * STEP);
  const y = time.map((_, row) => (strange.includes(row) ? 1.5 : 1 + 0.02 * (Math.sin(row * row) + Math.cos(7 * row))));
  const series = { name: 'web', labels: { instance: 'web:9100' }, time, y };
  const history = { ...series, time: time.slice(0, 14 * DAY_ROWS), y: y.slice(0, 14 * DAY_ROWS) };
  const outcome = (await loadEngine()).detect({
    training: history,
    visible: { ...series, time: time.slice(14 * DAY_ROWS), y: y.slice(14 * DAY_ROWS) },
    forecastEnd: (nRows + 6) * STEP,
    settings: { ...defaultSettings, stepMs: STEP, ...settings },
  });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

function watching() {
  const watch = createWatch(SINCE);
  return async (nRows: number, strange: readonly number[] = [], settings = {}) =>
    watch.look(panel, [{ key: 'web', query: 'A', detected: await scored(nRows, strange, settings) }], nRows * STEP);
}

const of = (entries: readonly LogEntry[], part: LogPart) => entries.filter((entry) => partOf(entry) === part);

describe('a watch', () => {
  it('says nothing of what was there when it began but what the model was fitted to', async () => {
    const look = watching();
    const { entries } = await look(SINCE_ROW, [SINCE_ROW - 1]);
    expect(entries.map(({ type }) => type)).toEqual(['model_training']);
    expect(entries[0]).toMatchObject({ nReadings: 14 * DAY_ROWS, trainingEnd: (14 * DAY_ROWS - 1) * STEP });
  });

  it('tells an incident once when it begins, as it goes on, and when it is over', async () => {
    const look = watching();
    await look(SINCE_ROW);
    const strange = [SINCE_ROW + 1, SINCE_ROW + 2];
    const [begun] = (await look(SINCE_ROW + 2, strange)).anomalies;
    expect(begun).toMatchObject({ time: strange[0] * STEP, end: strange[0] * STEP, isOpen: true, value: 1.5 });
    expect(begun.bandUpper).toBeLessThan(1.4);
    expect((await look(SINCE_ROW + 2, strange)).entries).toEqual([]);
    const [longer] = (await look(SINCE_ROW + 4, strange)).anomalies;
    expect(longer).toMatchObject({ key: begun.key, isOpen: true });
    expect(longer.end).toBeGreaterThanOrEqual(strange[1] * STEP);
    const [over] = (await look(SINCE_ROW + DAY_ROWS, strange)).anomalies;
    expect(over).toMatchObject({ key: begun.key, isOpen: false });
    expect(over.revision).toBeGreaterThan(begun.revision);
    expect((await look(SINCE_ROW + DAY_ROWS + 1, strange)).anomalies).toEqual([]);
  });

  it('never tells one that was under way when it began, however long it lasts', async () => {
    const look = watching();
    const strange = [SINCE_ROW - 1, SINCE_ROW, SINCE_ROW + 1];
    await look(SINCE_ROW, strange);
    expect((await look(SINCE_ROW + 2, strange)).anomalies).toEqual([]);
  });

  it('takes no anomaly that other settings find in samples it has seen', async () => {
    const look = watching();
    await look(SINCE_ROW + 4);
    const { anomalies } = await look(SINCE_ROW + 4, [], { thresholdMultiplier: 0.01 });
    expect(anomalies).toEqual([]);
  });

  it('tells every new sample and its forecast once, for those who log everything', async () => {
    const look = watching();
    await look(SINCE_ROW + 1);
    const readings = of((await look(SINCE_ROW + 3)).entries, 'readings');
    const expected = [SINCE_ROW + 1, SINCE_ROW + 2].flatMap((row) => [
      ['cpu_measurement', row * STEP],
      ['prediction', row * STEP],
    ]);
    expect(readings.map(({ type, time }) => [type, time])).toEqual(expected);
  });

  it('sums up each hour from its first watched sample on, and again when there are more', async () => {
    const look = watching();
    const first = of((await look(SINCE_ROW + 1)).entries, 'hours');
    expect(first).toMatchObject([{ time: 20 * DAY_ROWS * STEP, revision: 1, figures: { nReadings: 1 } }]);
    const both = of((await look(SINCE_ROW + 4, [SINCE_ROW + 2])).entries, 'hours');
    expect(both).toMatchObject([
      { key: first[0].key, figures: { nReadings: 3, nAnomalous: 1, max: 1.5 } },
      { time: (20 * DAY_ROWS + 6) * STEP, figures: { nReadings: 1 } },
    ]);
  });

  it('tells a training again only where it has become another', async () => {
    const look = watching();
    expect(of((await look(SINCE_ROW)).entries, 'system')).toHaveLength(1);
    expect(of((await look(SINCE_ROW + 1)).entries, 'system')).toHaveLength(0);
    const wider = await look(SINCE_ROW + 1, [], { intervalWidth: 0.99 });
    expect(of(wider.entries, 'system')).toMatchObject([{ type: 'model_training', intervalWidth: 0.99 }]);
  });

  it('tells the training of a pinned model, not that of the query', async () => {
    const watch = createWatch(SINCE);
    const detected = await scored(SINCE_ROW, []);
    const training = { start: 0, end: 7 * DAY_ROWS * STEP, nSamples: 900, fingerprint: '' };
    const fitted = { ...detected.fitted, origin: 'pinned' as const, training, nExcluded: 4 };
    const { entries } = watch.look(panel, [{ key: 'web', query: 'A', detected: { ...detected, fitted } }], SINCE);
    expect(entries).toMatchObject([
      { type: 'model_training', trainingStart: 0, trainingEnd: training.end, nReadings: 900, nLeftOut: 4 },
    ]);
  });

  it('tells once what a young series is fitted to, however often its history grows within a day', async () => {
    const watch = createWatch(SINCE);
    const detected = await scored(SINCE_ROW, []);
    const after = (nRows: number) => {
      const training = { ...detected.fitted.training, end: (13 * DAY_ROWS + nRows) * STEP };
      const series = { key: 'web', query: 'A', detected: { ...detected, fitted: { ...detected.fitted, training } } };
      return of(watch.look(panel, [series], SINCE).entries, 'system').length;
    };
    expect([after(10), after(20), after(DAY_ROWS + 1)]).toEqual([1, 0, 1]);
  });
});
