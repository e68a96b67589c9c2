import '../../grafana/testing/browser';

import { readLogAddress, writeLogAddress, type LogState } from './logAddress';

const search = (state: LogState) => {
  const given = Object.entries(writeLogAddress(state)).filter((entry): entry is [string, string] => entry[1] !== null);
  return `?${new URLSearchParams(given).toString()}`;
};

describe('the address of the anomaly log', () => {
  it('says nothing where nothing is chosen: the anomalies of the last day', () => {
    const state = readLogAddress('');
    expect(state).toEqual({ view: 'anomalies', severities: [], series: null, range: { from: 'now-24h', to: 'now' } });
    expect(search(state)).toBe('?');
  });

  it('says what is chosen, and gives it back', () => {
    const state: LogState = {
      view: 'all',
      severities: ['critical', 'high'],
      series: 'web & db',
      range: { from: Date.UTC(2026, 0, 5), to: 'now' },
    };
    expect(readLogAddress(search(state))).toEqual(state);
  });

  it('takes what it does not understand for not chosen', () => {
    expect(readLogAddress('?view=graph&severity=grave,high&from=yesterday&to=now')).toMatchObject({
      view: 'anomalies',
      severities: ['high'],
      range: { from: 'now-24h' },
    });
  });
});
