import { stageOfChange } from '../../src/detect/stageOfChange.js';
import type { Stage } from '../../src/settings/setting.js';
import { defaultSettings, type DetectorSettings } from '../../src/settings/settings.js';

describe('stageOfChange(before, after)', () => {
  it.each<[Stage, Partial<DetectorSettings>]>([
    ['score', {}],
    ['score', { calendarRows: undefined }],
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
    expect(stageOfChange(defaultSettings, { ...defaultSettings, ...change })).toBe(stage);
  });
});
