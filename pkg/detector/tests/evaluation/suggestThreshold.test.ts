import { suggestThreshold } from 'foreband-detector';

const labeled = (isReal: boolean, ...peaks: readonly number[]) =>
  peaks.map((peakMultiplier) => ({ peakMultiplier, isReal }));

describe('suggestThreshold(incidents)', () => {
  it('says at which multiplier most real incidents stay and few false ones', () => {
    const real = labeled(true, 2.1, 2.9, 3, 3.4, 3.5, 4, 5, 5, 6);
    const suggestion = suggestThreshold([...real, ...labeled(false, 2, 2, 2.1, 2.2, 2.2, 2.3, 2.3)]);
    expect(suggestion).toMatchObject({ nReal: 9, nRealStay: 8, nFalse: 7, nFalseStay: 0 });
    // Anything from above 2.3 to 2.9 keeps the same: the middle.
    expect(suggestion?.thresholdMultiplier).toBeCloseTo(2.6, 1);
  });

  it('keeps every real incident where that matters more', () => {
    const incidents = [...labeled(true, 2.1, 4, 5), ...labeled(false, 3, 3)];
    expect(suggestThreshold(incidents, 5)).toMatchObject({ nRealStay: 3, nFalseStay: 2 });
    expect(suggestThreshold(incidents, 0.2)).toMatchObject({ nRealStay: 2, nFalseStay: 0 });
  });

  it('has nothing to suggest without a real incident', () => {
    expect(suggestThreshold(labeled(false, 2, 3))).toBeUndefined();
    expect(suggestThreshold([])).toBeUndefined();
  });
});
