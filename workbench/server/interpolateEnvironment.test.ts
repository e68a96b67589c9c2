import { interpolateEnvironment } from './interpolateEnvironment';

describe('interpolateEnvironment()', () => {
  it.each([
    ['$PROMETHEUS_URL', 'http://p:9090'],
    ['${PROMETHEUS_URL}/prom', 'http://p:9090/prom'],
    ['a$$b', 'a$b'],
    ['$UNKNOWN', ''],
    ['plain', 'plain'],
  ])('turns %s into %s', (text, expected) => {
    expect(interpolateEnvironment(text, { PROMETHEUS_URL: 'http://p:9090' })).toBe(expected);
  });
});
