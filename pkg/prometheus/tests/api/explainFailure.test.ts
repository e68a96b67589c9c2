import { explainFailure } from '../../src/api/explainFailure.js';
import { PrometheusError } from '../../src/api/prometheusError.js';

const bad = (error: string, errorType = 'bad_data') => ({ status: 'error', errorType, error });

describe('explainFailure(error)', () => {
  it.each([
    ['no network', new TypeError('Failed to fetch'), 'unreachable', 'cannot be reached.'],
    ['502 of the proxy', { status: 502, data: {} }, 'unreachable', 'cannot be reached (502).'],
    ['504 of the proxy', { status: 504, data: '' }, 'unreachable', 'did not answer before the proxy gave up (504)'],
    ['401', { status: 401, data: {} }, 'authentication', 'refused the credentials'],
    [
      '401 as the proxy passes it on',
      { status: 400, data: { message: 'Authentication to data source failed' } },
      'authentication',
      'refused the credentials',
    ],
    ['403', { status: 403, data: { message: 'Access denied' } }, 'authentication', '(403: Access denied)'],
    [
      'a time-out',
      { status: 503, data: bad('query timed out', 'timeout') },
      'timeout',
      'took too long: query timed out',
    ],
    [
      'a parse error',
      { status: 400, data: bad('1:6: parse error: unclosed left parenthesis') },
      'query',
      '1:6: parse error: unclosed left parenthesis',
    ],
    [
      'too many points',
      { status: 400, data: bad('exceeded maximum resolution of 11,000 points per timeseries') },
      'limit',
      'exceeded maximum resolution',
    ],
    ['too many samples', { status: 422, data: bad('too many samples', 'execution') }, 'limit', 'too many samples'],
    [
      'a limit on the length that comes as an internal error',
      {
        status: 500,
        data: bad('the query time range exceeds the limit (query length: 672h0m0s, limit: 12h0m0s)', 'internal'),
      },
      'limit',
      'limit: 12h0m0s',
    ],
    ['an internal error', { status: 500, data: bad('something broke', 'internal') }, 'query', 'something broke'],
    [
      'series that cannot be matched',
      { status: 422, data: bad('many-to-many matching not allowed: matching labels must be unique', 'execution') },
      'query',
      'many-to-many',
    ],
    ['a page that is not found', { status: 404, data: '<html>' }, 'answer', 'There is no Prometheus'],
    ['a URL that ends in /api/v1', { status: 404, data: '404 page not found' }, 'answer', 'without /api/v1'],
    ['too many requests', { status: 429, data: 'slow down' }, 'query', 'slow down'],
    ['a cancelled request', { status: -1, cancelled: true }, 'cancelled', 'newer one'],
  ])('%s', (_, error, kind, message) => {
    const explained = explainFailure(error);
    expect(explained.kind).toBe(kind);
    expect(explained.message).toContain(message);
  });

  it('keeps an error that is explained already', () => {
    const known = new PrometheusError('timeout', 'known');
    expect(explainFailure(known)).toBe(known);
  });
});
