import { fillIntervals, rateIntervalMs } from '../../src/promql/intervals.js';

const scope = { stepMs: 300_000, scrapeIntervalMs: 15_000, rangeMs: 21_600_000 };

describe('fillIntervals(expr, scope)', () => {
  it.each([
    ['rate(x[$__rate_interval])', 'rate(x[315s])'],
    ['rate(x[${__rate_interval}])', 'rate(x[315s])'],
    ['rate(x[[[__rate_interval]]])', 'rate(x[315s])'],
    ['x[$__interval]', 'x[5m]'],
    ['x * $__interval_ms', 'x * 300000'],
    ['x[$__range]', 'x[21600s]'],
    ['$__range_s + $__range_ms', '21600 + 21600000'],
    ['$__ranges + $__other + $x', '$__ranges + $__other + $x'],
  ])('turns %s into %s', (expr, expected) => {
    expect(fillIntervals(expr, scope)).toBe(expected);
  });
});

describe('rateIntervalMs(scope)', () => {
  it.each([
    [300_000, 15_000, 315_000],
    [15_000, 15_000, 60_000],
    [60_000, 60_000, 240_000],
  ])('is at least a step of %d ms and a scrape of %d ms: %d ms', (stepMs, scrapeIntervalMs, expected) => {
    expect(rateIntervalMs({ stepMs, scrapeIntervalMs, rangeMs: 0 })).toBe(expected);
  });
});
