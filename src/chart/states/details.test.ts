import { defaultSettings, type DetectedSeries, type DetectorSettings, loadEngine, presets } from 'foreband-engine';

import '../../grafana/testing/browser';

import type { ModelSeries } from '../model/panelModel';

import { seriesDetailLists } from './details';

const STEP = 600_000;
const DAY = 86_400_000;
const classic = { ...defaultSettings, method: 'classic' as const };

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
  const shownOf = (outcome: DetectedSeries) => {
    const chart = { name: 'web', isHidden: false } as ModelSeries['chart'];
    const { lists } = seriesDetailLists({ series: [{ chart, color: 'red', outcome }] }, 'utc');
    return new Map(lists[0].details);
  };
  const detailsOf = async (settings: DetectorSettings) => shownOf(await detectedWith(settings));

  it('says what a pinned model was fitted to and how, whatever history and settings are at hand', async () => {
    const detected = await detectedWith({ ...classic, stepMs: STEP });
    const training = { start: 0, end: 5 * DAY, nSamples: 700, fingerprint: '' };
    const settings = { ...detected.fitted.settings, robustDeviations: 3 };
    const fitted = {
      ...detected.fitted,
      origin: 'pinned' as const,
      created: 6 * DAY,
      training,
      settings,
      nExcluded: 1,
    };
    const details = shownOf({ ...detected, fitted });
    expect(details.get('Fitted')).toBe('pinned, on 1970-01-07 00:00:00');
    expect(details.get('History')).toBe('1970-01-01 00:00:00 to 1970-01-06 00:00:00');
    expect(details.get('Samples')).toBe('700, every 10m');
    expect(details.get('Excluded')).toBe('1 sample, more than 3 deviations away');
  });

  it('says how many samples were excluded from the fit, and how far away they are', async () => {
    const details = await detailsOf({ ...classic, stepMs: STEP });
    expect(details.get('Excluded')).toBe('10 samples, more than 4 deviations away');
    expect(details.get('Seasonalities')).toBe('weekly (order 20), daily (order 4)');
  });

  it('names the clock seasonalities follow, the bounds of growth, and seasonalities that are shares of the trend', async () => {
    const details = await detailsOf({
      ...classic,
      stepMs: STEP,
      timeZone: 'Asia/Tokyo',
      growth: 'logistic',
      growthCap: 12,
      weeklySeasonality: 'off',
      seasonalityMode: 'multiplicative',
    });
    expect(details.get('Clock')).toBe('Asia/Tokyo');
    expect(details.get('Growth')).toBe('logistic, between 0 and 12');
    expect(details.get('Seasonalities')).toBe('daily (order 4, a share)');
  });

  it('says nothing of clock and growth where they are the usual ones', async () => {
    const details = await detailsOf({ ...defaultSettings, stepMs: STEP });
    expect([details.has('Clock'), details.has('Growth')]).toEqual([false, false]);
  });

  it('says nothing of outliers where no sample is excluded', async () => {
    const details = await detailsOf({ ...defaultSettings, ...presets.classic, stepMs: STEP });
    expect(details.has('Excluded')).toBe(false);
    expect(details.get('Interval')).toBe('95%, stretched by 2');
  });
});
