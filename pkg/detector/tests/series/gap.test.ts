import { listGaps } from 'foreband-detector';

import { seriesOf } from '../columns.js';

describe('listGaps', () => {
  it('lists every run of missing cells with its first and last cell', () => {
    expect(listGaps(seriesOf([null, 1, null, null, 2, null]))).toEqual([
      { start: 0, end: 0, nMissing: 1 },
      { start: 2000, end: 3000, nMissing: 2 },
      { start: 5000, end: 5000, nMissing: 1 },
    ]);
  });

  it('is empty for a complete series and for an empty one', () => {
    expect(listGaps(seriesOf([1, 2]))).toEqual([]);
    expect(listGaps(seriesOf([]))).toEqual([]);
  });
});
