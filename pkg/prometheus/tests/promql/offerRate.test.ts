import { offerRate } from '../../src/promql/offerRate.js';

describe('offerRate(expr)', () => {
  it.each([
    ['http_requests_total', 'rate(http_requests_total[$__rate_interval])'],
    ['x_seconds_count{job="a"}', 'rate(x_seconds_count{job="a"}[$__rate_interval])'],
  ])('offers for the counter %s its rate', (expr, rate) => {
    expect(offerRate(expr)).toBe(rate);
  });

  it.each(['up', 'rate(x_total[5m])', 'sum(x_total)', 'x_total{', 'x_total / y_total'])(
    'offers nothing for %s',
    (expr) => {
      expect(offerRate(expr)).toBeUndefined();
    },
  );
});
