import type { Series } from 'foreband-detector';

import { growthBounds, withUnitsCap } from '../../src/fit/growthBounds.js';
import { defaultSettings } from '../../src/settings/settings.js';

const logistic = { ...defaultSettings, growth: 'logistic' as const };

function seriesOf(...y: number[]): Series {
  return { name: 'load', labels: {}, time: Float64Array.from(y, (_, row) => row), y: Float64Array.from(y) };
}

describe('withUnitsCap(settings, series)', () => {
  it.each([
    ['a fraction saturates at 1', seriesOf(0.2, 0.9), 1],
    ['a percentage saturates at 100', seriesOf(20, 90), 100],
    ['anything else at what somebody has to say', seriesOf(20, 9000), null],
  ])('%s', (_, series, cap) => {
    expect(withUnitsCap(logistic, series).growthCap).toBe(cap);
  });

  it('leaves a cap that is set, and growth that has none', () => {
    const set = { ...logistic, growthCap: 0.8 };
    expect(withUnitsCap(set, seriesOf(0.2))).toBe(set);
    expect(withUnitsCap(defaultSettings, seriesOf(0.2))).toBe(defaultSettings);
  });
});

describe('growthBounds(settings)', () => {
  it('are none where growth does not saturate', () => {
    expect(growthBounds({ ...defaultSettings, growthCap: 2 })).toBeUndefined();
  });

  it('start from 0 unless a floor is set', () => {
    expect(growthBounds({ ...logistic, growthCap: 4 })).toEqual({ cap: 4, floor: 0 });
    expect(growthBounds({ ...logistic, growthCap: 4, growthFloor: -1 })).toEqual({ cap: 4, floor: -1 });
  });

  it('say what is missing, or the wrong way round', () => {
    expect(() => growthBounds(logistic)).toThrow('missing growthCap: logistic growth needs one');
    expect(() => growthBounds({ ...logistic, growthCap: 4, growthFloor: 4 })).toThrow(
      'invalid growthCap: 4 (expected above growthFloor = 4)',
    );
  });
});
