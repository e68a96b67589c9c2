import { growthBounds } from '../../src/fit/growthBounds.js';
import { defaultSettings } from '../../src/settings/settings.js';

const logistic = { ...defaultSettings, growth: 'logistic' as const };

describe('growthBounds(settings, unit)', () => {
  it('are none where growth does not saturate', () => {
    expect(growthBounds({ ...defaultSettings, growthCap: 2 }, 'fraction')).toBeUndefined();
  });

  it.each([
    ['fraction', 1],
    ['percent', 100],
  ] as const)('saturate at what a %s can come to', (unit, cap) => {
    expect(growthBounds(logistic, unit)).toEqual({ cap, floor: 0 });
  });

  it('saturate at a cap that is set, whatever the unit', () => {
    expect(growthBounds({ ...logistic, growthCap: 0.8 }, 'fraction')).toEqual({ cap: 0.8, floor: 0 });
  });

  it('start from 0 unless a floor is set', () => {
    expect(growthBounds({ ...logistic, growthCap: 4 }, 'other')).toEqual({ cap: 4, floor: 0 });
    expect(growthBounds({ ...logistic, growthCap: 4, growthFloor: -1 }, 'other')).toEqual({ cap: 4, floor: -1 });
  });

  it('say what is missing, or the wrong way round', () => {
    expect(() => growthBounds(logistic, 'other')).toThrow('missing growthCap: logistic growth needs one');
    expect(() => growthBounds({ ...logistic, growthCap: 4, growthFloor: 4 }, 'other')).toThrow(
      'invalid growthCap: 4 (expected above growthFloor = 4)',
    );
  });
});
