import { withoutSpans } from 'foreband-detector';

import { column, seriesOf } from '../columns.js';

describe('withoutSpans', () => {
  it('blanks the values inside, bounds included, and keeps the times', () => {
    const series = seriesOf([1, 2, 3, 4, 5]);
    const result = withoutSpans(series, [{ start: 1000, end: 2000 }]);
    expect(result.y).toEqual(column(1, null, null, 4, 5));
    expect(result.time).toEqual(series.time);
  });

  it('takes spans in any order, overlapping ones too', () => {
    const spans = [
      { start: 4000, end: 9000 },
      { start: 0, end: 1000 },
      { start: 500, end: 1500 },
    ];
    expect(withoutSpans(seriesOf([1, 2, 3, 4, 5]), spans).y).toEqual(column(null, null, 3, 4, null));
  });

  it('leaves the given series untouched', () => {
    const series = seriesOf([1, 2]);
    withoutSpans(series, [{ start: 0, end: 0 }]);
    expect(series.y).toEqual(column(1, 2));
  });

  it('refuses a span that ends before it starts', () => {
    expect(() => withoutSpans(seriesOf([1]), [{ start: 2, end: 1 }])).toThrow(
      new RangeError('invalid time span: 2 to 1 (expected start at most end)'),
    );
  });
});
