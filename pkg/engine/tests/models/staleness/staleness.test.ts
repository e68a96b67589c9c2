import type { DetectedSeries } from '../../../src/detect/detectedSeries.js';
import type { SavedModel } from '../../../src/models/format/savedModel.js';
import { saveModel } from '../../../src/models/format/saveModel.js';
import { HISTORY_END, fittedSeries } from '../../fittedSeries.js';

import { staleness, type SeenSeries } from '../../../src/models/staleness/staleness.js';

const DAY_MS = 86_400_000;

describe('staleness()', () => {
  let saved: SavedModel;
  let detected: DetectedSeries;

  beforeAll(async () => {
    const fitted = await fittedSeries();
    detected = fitted.detected;
    saved = saveModel(fitted.engine, detected, { unit: 'percentunit', source: null, now: HISTORY_END });
  }, 60_000);

  const seen = (more: Partial<SeenSeries> = {}): SeenSeries => ({
    labels: detected.series.labels,
    unit: 'percentunit',
    stepMs: 600_000,
    time: detected.series.time,
    y: detected.series.y,
    forecast: detected.forecast,
    intervalWidth: 0.95,
    now: HISTORY_END + 2 * DAY_MS,
    ...more,
  });
  const kinds = (more: Partial<SeenSeries> = {}) => staleness(saved, seen(more)).map(({ kind }) => kind);

  it('finds nothing against a model that fits', () => {
    expect(kinds()).toEqual([]);
  });

  it('counts a model as old once as much time has passed as its training took', () => {
    expect(kinds({ now: HISTORY_END + 20 * DAY_MS })).toEqual([]);
    expect(staleness(saved, seen({ now: HISTORY_END + 22 * DAY_MS }))).toEqual([
      { kind: 'age', text: expect.stringContaining('its training ended 22 d ago') },
    ]);
  });

  it('sees samples that have moved away, and an interval that misses them', () => {
    expect(kinds({ y: detected.series.y.map((y) => y + 0.1) })).toEqual(['drift', 'coverage']);
  });

  it('takes one anomaly for no drift', () => {
    expect(kinds({ y: detected.series.y.map((y, row) => (row > 100 && row < 112 ? y + 0.5 : y)) })).toEqual([]);
  });

  it('says nothing by samples that are fewer than a day’s', () => {
    const shifted = detected.series.y.map((y, row) => (row < 72 ? y + 0.1 : NaN));
    expect(kinds({ y: shifted })).toEqual([]);
  });

  it('says nothing by samples the model was fitted to', () => {
    expect(
      kinds({ time: detected.series.time.map((time) => time - 5 * DAY_MS), y: detected.series.y.map((y) => y + 1) }),
    ).toEqual([]);
  });

  it.each<[SeenSeries['unit'], string[]]>([
    ['percent', ['unit']],
    [null, []],
  ])('with %s as unit finds %j', (unit, found) => {
    expect(kinds({ unit })).toEqual(found);
  });

  it('names another step and other labels', () => {
    const reasons = staleness(saved, seen({ stepMs: 300_000, labels: { instance: 'db' } }));
    expect(reasons.map(({ text }) => text)).toEqual([
      'the step is 5 min instead of 10 min',
      'the labels are {instance="db"} instead of {instance="web"}',
    ]);
  });
});
