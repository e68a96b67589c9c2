import { saysLimit } from '../../src/api/saysLimit.js';

describe('saysLimit(text)', () => {
  it.each([
    // Prometheus
    'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    'query processing would load too many samples into memory in query execution',
    // Mimir, Cortex
    'the query time range exceeds the limit (query length: 672h0m0s, limit: 12h0m0s) (err-mimir-max-query-length)',
    'the query exceeded the maximum number of chunks (limit: 2000000 chunks)',
    // Thanos
    'exceeded samples limit: limit 50000 violated (got 60000)',
    // VictoriaMetrics
    'cannot select more than -search.maxSamplesPerQuery=1000000000 samples',
    'too many points for the given step=60, start=0 and end=9999999: 166667; cannot exceed -search.maxPointsPerTimeseries=30000',
    // InfluxDB, Elasticsearch, the proxy
    'max-select-point limit exceeded: (100/10)',
    'Trying to create too many buckets. Must be less than or equal to: [65535] but was [65536]. too_many_buckets_exception',
    'http: response body too large',
  ])('is true of %j', (text) => {
    expect(saysLimit(text)).toBe(true);
  });

  it.each([
    'invalid parameter "query": 1:6: parse error: unclosed left parenthesis',
    'pq: syntax error at or near "LIMIT"',
    'found duplicate series for the match group on the right hand-side; many-to-many matching not allowed: limit',
    'too many outstanding requests',
    'Too Many Requests: rate limit exceeded',
    'boom',
    '',
  ])('is false of %j', (text) => {
    expect(saysLimit(text)).toBe(false);
  });
});
