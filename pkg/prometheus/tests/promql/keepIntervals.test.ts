import { addMatchers } from '../../src/promql/addMatchers.js';
import { keepIntervals } from '../../src/promql/keepIntervals.js';

const filtered = (expr: string) => addMatchers(expr, [{ label: 'a', operator: '=', value: 'b' }]);

describe('keepIntervals(expr, change)', () => {
  it.each([
    ['rate(x[$__rate_interval])', 'rate(x{a="b"}[$__rate_interval])'],
    ['rate(x[${__interval}])', 'rate(x{a="b"}[${__interval}])'],
    ['increase(x[$__range]) / $__range_s', 'increase(x{a="b"}[$__range]) / $__range_s'],
    ['x * $__interval_ms', 'x{a="b"} * $__interval_ms'],
  ])('changes %s around its macros', (expr, expected) => {
    expect(keepIntervals(expr, filtered)).toBe(expected);
  });
});
