import { createDataFrame, FieldType } from '@grafana/data';
import { parseScenario, simulate, type Series } from 'foreband-detector';
import { loadProphet } from 'prophet-wasm';

import { createEngine, defaultSettings, type DetectedSeries } from 'foreband-engine';

import { anomalyTableFrame } from './anomalyTableFrame';
import { readCarried } from './carried';
import { detectionFrame } from './detectionFrame';
import { forecastFrame } from './forecastFrame';
import { seriesFromFrames } from './seriesFromFrames';
import { firstReleaseFrame } from './testing/firstReleaseFrame';

const hour = 3_600_000;
const day = 24 * hour;
const midnight = Date.UTC(2026, 4, 20);
const presentation = { refId: 'A', name: 'web-1', isSimulated: true, unit: 'percentunit' };

const cpu = (start: number, end: number): Series =>
  simulate(parseScenario(), { start, end, stepMs: defaultSettings.stepMs }).series;

async function detectedWithSpike(): Promise<DetectedSeries> {
  const visible = cpu(midnight, midnight + day / 2);
  visible.y[100] = 1.9;
  visible.y[101] = NaN;
  const outcome = createEngine(await loadProphet()).detect({
    training: cpu(midnight - 15 * day, midnight),
    visible,
    forecastEnd: midnight + day,
    settings: defaultSettings,
  });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

describe('a detection frame', () => {
  let detected: DetectedSeries;
  beforeAll(async () => {
    detected = await detectedWithSpike();
  });

  it('has one row a step, with missing and future samples as null', () => {
    const frame = createDataFrame(detectionFrame(detected, presentation));
    const value = frame.fields.find(({ name }) => name === 'value');
    expect(frame.fields.map(({ name }) => name)).toEqual([
      'time',
      'value',
      'expected',
      'yhat',
      'yhat_lower',
      'yhat_upper',
      'band_lower',
      'band_upper',
      'score',
      'anomaly',
      'severity',
    ]);
    expect(value?.values[100]).toBe(1.9);
    expect([value?.values[101], value?.values.at(-1)]).toEqual([null, null]);
    expect(value?.config).toMatchObject({ displayNameFromDS: 'web-1', unit: 'percentunit' });
  });

  it('marks the points of an anomaly with its severity', () => {
    const frame = detectionFrame(detected, presentation);
    const column = (name: string) => frame.fields.find((field) => field.name === name)?.values[100] as unknown;
    expect([column('anomaly'), column('severity')]).toEqual([1, 'critical']);
  });

  it('brings the training rows, the settings, their holidays and the fitted model through JSON, to the bit', () => {
    const calendar = [{ name: 'Sale', day: '2026-12-06' }];
    const dated = { ...detected, calendar };
    const frame = createDataFrame(JSON.parse(JSON.stringify(detectionFrame(dated, presentation))));
    const carried = readCarried(frame);
    expect(carried?.training).toEqual(detected.training);
    expect(carried?.settings).toEqual(detected.settings);
    expect(carried?.calendar).toEqual(calendar);
    expect(carried?.isSimulated).toBe(true);
    expect(carried?.fitted).toEqual({ ...detected.fitted, origin: 'carried', settings: detected.settings });
  });

  it('is opened with its model where the first release made it', () => {
    const carried = readCarried(createDataFrame(firstReleaseFrame()));
    expect(carried).toMatchObject({ origin: 'query', isSimulated: false, settings: { thresholdMultiplier: 2.5 } });
    expect(carried?.training.y).toHaveLength(360);
    expect(carried?.fitted).toMatchObject({ key: 'wobgbb.tjgh1f', origin: 'carried', nExcluded: 5, intervalFactor: 1 });
    expect(carried?.fitted?.training).toEqual({
      start: midnight - 15 * day + hour,
      end: midnight - hour,
      nSamples: 360,
      fingerprint: '',
    });
  });

  it('is opened with its holidays where they stood among its settings', () => {
    const calendar = [{ name: 'Sale', day: '2026-12-06' }];
    const foreband = {
      version: 3,
      settings: { events: '2026-12-06 Sale', calendarRows: calendar },
      training: { name: 'web', labels: {}, time: [], y: [] },
    };
    const carried = readCarried(createDataFrame({ fields: [], meta: { custom: { foreband } } }));
    expect(carried).toMatchObject({ calendar, settings: { events: '2026-12-06 Sale' } });
    expect(carried?.settings).not.toHaveProperty('calendarRows');
  });

  it('is read back as one series: the samples', () => {
    const [found, ...others] = seriesFromFrames([createDataFrame(detectionFrame(detected, presentation))]);
    expect(others).toEqual([]);
    expect(found?.series.y).toEqual(detected.series.y);
    expect(found?.refId).toBe('A');
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a newer version', { version: 5, settings: {}, training: { time: [], y: [] } }],
    ['broken settings', { version: 1, settings: { intervalWidth: 7 }, training: { time: [], y: [] } }],
    ['columns of unequal length', { version: 1, settings: {}, training: { time: [1], y: [] } }],
    ['times that are no numbers', { version: 1, settings: {}, training: { time: ['x'], y: [1] } }],
  ])('that carries %s is treated as an ordinary one', (_, foreband) => {
    const frame = createDataFrame({ fields: [], meta: { custom: { foreband } } });
    expect(readCarried(frame)).toBeUndefined();
  });
});

describe('a forecast frame', () => {
  it('holds the forecast alone', async () => {
    const frame = forecastFrame(await detectedWithSpike(), presentation);
    expect(frame.fields.map(({ name }) => name)).toEqual(['time', 'yhat', 'yhat_lower', 'yhat_upper']);
  });
});

describe('the table of anomalies', () => {
  it('has a row an anomaly, newest first', async () => {
    const detected = await detectedWithSpike();
    const frame = createDataFrame(anomalyTableFrame([detected], { refId: 'A' }));
    const starts: number[] = frame.fields[0]?.values ?? [];
    expect(starts).toEqual(detected.detection.anomalies.map(({ start }) => start).reverse());
    expect(frame.fields.map(({ name }) => name)).toEqual([
      'start',
      'end',
      'series',
      'direction',
      'peak_value',
      'expected',
      'score',
      'severity',
    ]);
  });

  it('is an empty table, not an error, without anomalies', () => {
    expect(anomalyTableFrame([], { refId: 'A' }).length).toBe(0);
  });
});

describe('seriesFromFrames', () => {
  it('finds each numeric field beside a time field, with its labels', () => {
    const frame = createDataFrame({
      refId: 'B',
      fields: [
        { name: 'time', type: FieldType.time, values: [20, 10] },
        { name: 'a', type: FieldType.number, values: [2, null], labels: { instance: 'x' } },
        { name: 'note', type: FieldType.string, values: ['', ''] },
        { name: 'b', type: FieldType.number, values: [4, 3] },
      ],
    });
    const found = seriesFromFrames([frame]);
    expect(found.map(({ series }) => [...series.y])).toEqual([
      [NaN, 2],
      [3, 4],
    ]);
    expect(found[0]?.series).toMatchObject({ labels: { instance: 'x' }, time: Float64Array.of(10, 20) });
  });
});
