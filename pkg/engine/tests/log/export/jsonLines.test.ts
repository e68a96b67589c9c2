import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { LogEntry } from '../../../src/log/logEvent.js';
import { anomaly, measurement, origin } from '../entries.js';

import { jsonLines, logLine } from '../../../src/log/export/jsonLines.js';
import { logTable } from '../../../src/log/export/logTable.js';

const TIME = Date.UTC(2026, 0, 5, 10, 30);
const entry = { key: 'k', time: TIME, level: 'info', revision: 0, origin } as const;

/** One entry of every type. */
const everyType: readonly LogEntry[] = [
  measurement(TIME, 0.42),
  {
    ...{ ...measurement(TIME), type: 'prediction', predicted: 0.4, bandLower: 0.3, bandUpper: 0.5 },
    ...{ score: 0.2, isAnomaly: false },
  },
  anomaly(TIME, { end: TIME + 600_000, isOpen: false }),
  {
    ...{ ...entry, type: 'model_training', trainingStart: 0, trainingEnd: 86_400_000, nReadings: 288, nLeftOut: 3 },
    ...{ stepMs: 300_000, patterns: ['daily'], intervalWidth: 0.95 },
  },
  {
    ...{ ...entry, type: 'model_evaluation', thresholdMultiplier: 2, nReadings: 500, precision: 0.5, recall: 1 },
    ...{ f1: 2 / 3, auc: NaN, eventPrecision: 0.5, eventRecall: 1, mape: 0.03, anomalyRate: 0.02 },
  },
  { ...entry, type: 'system_status', status: 'error', message: 'Prometheus refuses the query.' },
  {
    ...{ ...entry, type: 'system_status', status: 'hourly_summary' },
    figures: { nReadings: 12, nAnomalous: 1, mean: 0.4, min: 0.3, max: 0.9 },
  },
];

describe('jsonLines', () => {
  it('is one object a line, each of which reads back as what was logged', () => {
    const lines = jsonLines(everyType).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(everyType.map(logLine));
  });

  it('writes an anomaly with the time in UTC, and severity and level in capitals', () => {
    expect(logLine(everyType[2])).toEqual({
      event_type: 'anomaly_detected',
      timestamp: '2026-01-05T10:30:00.000Z',
      level: 'WARNING',
      instance: 'web-1:9100',
      series: 'web-1',
      labels: { instance: 'web-1:9100' },
      dashboard: 'cpu',
      panel_id: 1,
      panel: 'CPU usage',
      query: 'A',
      end: '2026-01-05T10:40:00.000Z',
      is_open: false,
      value: 0.9,
      predicted: 0.4,
      band_lower: 0.3,
      band_upper: 0.5,
      score: 2.5,
      severity: 'HIGH',
      direction: 'above',
      readings: 1,
    });
  });

  it('says null where a number is not known', () => {
    expect(logLine(everyType[4])).toMatchObject({ auc: null, precision: 0.5 });
  });

  it('has no field that the documentation does not explain, and the documentation none that it has not', () => {
    const page = readFileSync(join(__dirname, '../../../../../docs/anomaly-log.md'), 'utf8');
    const [, fields = ''] = page.split('## Every field');
    const explained = [...fields.split('\n## ')[0].matchAll(/^\| `([a-z_0-9]+)`/gm)].map(([, name]) => name);
    const written = everyType.flatMap((one) => Object.keys(logLine(one)));
    expect([...new Set(written)].sort()).toEqual([...new Set(explained)].sort());
  });
});

describe('logTable', () => {
  const { headings, rows } = logTable(everyType);
  const cell = (row: number, name: string) => rows[row][headings.indexOf(name)];

  it('has a row for every entry and a cell for every heading', () => {
    expect(rows.map(({ length }) => length)).toEqual(everyType.map(() => headings.length));
  });

  it('leaves a cell empty that a type of entry has nothing for, and keeps the rest together', () => {
    expect(cell(0, 'value')).toBe(0.42);
    expect(cell(0, 'score')).toBe('');
    expect(cell(0, 'details')).toBe('');
    expect(cell(2, 'severity')).toBe('HIGH');
    expect(JSON.parse(String(cell(4, 'details')))).toMatchObject({ recall: 1, mape: 0.03 });
    expect(cell(5, 'message')).toBe('Prometheus refuses the query.');
  });
});
