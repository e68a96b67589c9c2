import type { Series } from 'foreband-detector';

import { contentFingerprint } from '../../src/fit/contentFingerprint.js';

const series: Series = { name: 'cpu', labels: {}, time: Float64Array.of(1, 2), y: Float64Array.of(3, NaN) };

describe('contentFingerprint(series, labels)', () => {
  it('is short, and the same for the same content', () => {
    const copy = { ...series, time: series.time.slice(), y: series.y.slice() };
    expect(contentFingerprint(series, ['', 'spike'])).toBe(contentFingerprint(copy, ['', 'spike']));
    expect(contentFingerprint(series, null).length).toBeLessThan(20);
  });

  it.each<[string, Series, string[] | null]>([
    ['times', { ...series, time: Float64Array.of(1, 2.5) }, null],
    ['values', { ...series, y: Float64Array.of(3, 0) }, null],
    ['name', { ...series, name: 'memory' }, null],
    ['labels', series, ['', 'spike']],
  ])('differs for other %s', (_what, other, labels) => {
    expect(contentFingerprint(other, labels)).not.toBe(contentFingerprint(series, null));
  });
});
