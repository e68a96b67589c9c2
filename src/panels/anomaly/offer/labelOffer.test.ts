import type { StoredAnnotation } from '../../../log/annotations/annotationApi';
import { withHandling } from '../../../log/annotations/annotationTags';

import { labelOffer } from './labelOffer';

let lastId = 0;

function labeled(isReal: boolean, ...peaks: readonly number[]): StoredAnnotation[] {
  return peaks.map((peakMultiplier) => ({
    id: ++lastId,
    time: 0,
    timeEnd: 1,
    text: '',
    tags: withHandling(['foreband'], { isReal, peakMultiplier }),
  }));
}

describe('labelOffer(annotations, current)', () => {
  it('says how many incidents of either label stay at the threshold that fits them, and how many there are now', () => {
    const annotations = [...labeled(true, 2.6, 3, 4, 5), ...labeled(false, 2, 2.1, 2.2, 2.3)];
    expect(labelOffer(annotations, 2)).toMatchObject({
      suggestion: { nReal: 4, nRealStay: 4, nFalse: 4, nFalseStay: 0 },
      nRealNow: 4,
      nFalseNow: 4,
    });
    const { thresholdMultiplier = NaN } = labelOffer(annotations, 2)?.suggestion ?? {};
    expect(thresholdMultiplier).toBeGreaterThan(2.3);
    expect(thresholdMultiplier).toBeLessThanOrEqual(2.6);
  });

  it('offers nothing where the threshold in use does as well, labels are few or of one kind, or peaks unknown', () => {
    const annotations = [...labeled(true, 2.6, 3, 4, 5), ...labeled(false, 2, 2.1, 2.2, 2.3)];
    expect(labelOffer(annotations, 2.5)).toBeUndefined();
    expect(labelOffer([...labeled(true, 3, 4), ...labeled(false, 2, 2)], 1)).toBeUndefined();
    expect(labelOffer(labeled(true, 3, 4, 5, 6, 7), 2)).toBeUndefined();
    const unknown = annotations.map((one) => ({ ...one, tags: ['foreband', 'foreband-label:true'] }));
    expect(labelOffer(unknown, 2)).toBeUndefined();
  });
});
