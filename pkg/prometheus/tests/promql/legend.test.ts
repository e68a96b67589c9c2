import { legendOf } from '../../src/promql/legend.js';

describe('legendOf(labels, format, expr)', () => {
  it.each([
    [{ instance: 'a', job: 'n' }, '{{instance}} of {{ job }}', 'a of n'],
    [{ instance: 'a' }, '{{instance}}{{pod}}', 'a'],
    [{ __name__: 'up', job: 'a"b' }, '', 'up{job="a\\"b"}'],
    [{ __name__: 'up' }, '{{pod}}', 'up'],
    [{ __name__: 'http.requests', 'http.method': 'GET' }, '', '{"http.requests", "http.method"="GET"}'],
    [{ __name__: 'http.requests' }, '', '{"http.requests"}'],
    [{}, '{{pod}}', 'sum(up)'],
  ])('calls %j by %j: %s', (labels, format, expected) => {
    expect(legendOf(labels, format, 'sum(up)')).toBe(expected);
  });
});
