import { defaultSettings, type DetectedSeries, type DetectorSettings, loadEngine, presets } from 'foreband-engine';

import '../../grafana/testing/browser';

import type { ModelSeries } from '../model/panelModel';

import { seriesDetailLists } from './details';

const STEP = 600_000;
const DAY = 86_400_000;

async function detectedWith(settings: DetectorSettings): Promise<DetectedSeries> {
  const time = Float64Array.from({ length: 20 * 144 }, (_, row) => row * STEP);
  const y = time.map((_, row) => (row % 300 === 7 ? 9 : 1 + 0.01 * ((row * 7) % 5)));
  const series = { name: 'web', labels: {}, time, y };
  const engine = await loadEngine();
  const outcome = engine.detect({ training: series, visible: series, forecastEnd: 20 * DAY, settings });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

describe('seriesDetailLists', () => {
  const detailsOf = async (settings: DetectorSettings) => {
    const chart = { name: 'web', isHidden: false } as ModelSeries['chart'];
    const series = [{ chart, color: 'red', outcome: await detectedWith(settings) }];
    const { lists } = seriesDetailLists({ series }, 'utc');
    return new Map(lists[0].details);
  };

  it('says how many readings were left out of the learning, and how far away they are', async () => {
    const details = await detailsOf({ ...defaultSettings, stepMs: STEP });
    expect(details.get('Left out')).toBe('10 readings, more than 4 deviations away');
    expect(details.get('Patterns')).toBe('weekly (order 20), daily (order 4)');
  });

  it('names the clock patterns follow, the bounds of growth, and patterns that are shares of the trend', async () => {
    const details = await detailsOf({
      ...defaultSettings,
      stepMs: STEP,
      timeZone: 'Asia/Tokyo',
      growth: 'logistic',
      growthCap: 12,
      weeklySeasonality: 'off',
      seasonalityMode: 'multiplicative',
    });
    expect(details.get('Clock')).toBe('Asia/Tokyo');
    expect(details.get('Growth')).toBe('logistic, between 0 and 12');
    expect(details.get('Patterns')).toBe('daily (order 4, a share)');
  });

  it('says nothing of clock and growth where they are the usual ones', async () => {
    const details = await detailsOf({ ...defaultSettings, stepMs: STEP });
    expect([details.has('Clock'), details.has('Growth')]).toEqual([false, false]);
  });

  it('says nothing of outliers where every reading is learnt from', async () => {
    const details = await detailsOf({ ...defaultSettings, ...presets.classic, stepMs: STEP });
    expect(details.has('Left out')).toBe(false);
    expect(details.get('Interval')).toBe('95 %, stretched by 2');
  });
});
