import { defaultSettings } from 'foreband-engine';

import { settingsWithPins } from './settingsWithPins';

describe('settingsWithPins(entries, frames)', () => {
  const held = (...pinned: ReadonlyArray<number | undefined>) => {
    const { settings, originOf } = settingsWithPins(
      pinned.map((pinnedThreshold) => ({ pinnedThreshold })),
      [],
    );
    return [settings.thresholdMultiplier, originOf('thresholdMultiplier'), originOf('intervalWidth')];
  };

  it('has the threshold that the pinned models share, beside series without one', () => {
    expect(held(2.5, undefined, 2.5)).toEqual([2.5, 'pinned', 'default']);
  });

  it('has the threshold of the frames where no model is pinned, and where pins disagree', () => {
    expect(held(undefined)).toEqual([defaultSettings.thresholdMultiplier, 'default', 'default']);
    expect(held(2.5, 3)).toEqual([defaultSettings.thresholdMultiplier, 'default', 'default']);
  });
});
