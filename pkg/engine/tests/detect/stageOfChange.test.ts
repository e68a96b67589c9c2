import { stageOfChange } from '../../src/detect/stageOfChange.js';
import type { Stage } from '../../src/settings/setting.js';
import { defaultSettings, type DetectorSettings } from '../../src/settings/settings.js';

describe('stageOfChange(before, after)', () => {
  it.each<[Stage, Partial<DetectorSettings>]>([
    ['score', {}],
    ['score', { thresholdMultiplier: 3 }],
    ['score', { direction: 'above', n: 2, m: 3, limitMax: 1 }],
    ['forecast', { intervalWidth: 0.8 }],
    ['forecast', { horizonMs: 3_600_000, thresholdMultiplier: 3 }],
    ['fit', { dailyOrder: 8 }],
    ['fit', { robustDeviations: null, intervalWidth: 0.8 }],
    ['fit', { calibrationShare: 0.99 }],
    ['fit', { exclusions: [{ start: 0, end: 1 }] }],
    ['fit', { trainingWindowMs: 7 * 86_400_000 }],
  ])('begins with %s after %j', (stage, change) => {
    expect(stageOfChange({ settings: defaultSettings }, { settings: { ...defaultSettings, ...change } })).toBe(stage);
  });

  const sale = [{ name: 'Sale', day: '2026-12-06' }];

  it('begins with a fit where holidays or events have come or gone', () => {
    const before = { settings: defaultSettings, calendar: sale };
    expect(stageOfChange(before, { settings: defaultSettings })).toBe('fit');
    expect(stageOfChange(before, { ...before, calendar: [...sale, { name: 'Sale', day: '2026-12-07' }] })).toBe('fit');
  });

  it('scores alone where events are written in other words and come to the same', () => {
    const [before, after] = ['2026-12-06 Sale', '2026-12-06  Sale '].map((events) => ({
      settings: { ...defaultSettings, events },
      calendar: [...sale],
    }));
    expect(stageOfChange(before, after)).toBe('score');
    expect(stageOfChange({ settings: defaultSettings }, { settings: defaultSettings, calendar: [] })).toBe('score');
  });
});
