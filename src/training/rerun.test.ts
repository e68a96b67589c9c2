import type { DataQuery } from '@grafana/schema';

import { panelRequest } from '../grafana/testing/panelRequest';

import { findSource } from './rerun';

let host = '';

jest.mock('@grafana/runtime', () => ({
  getDataSourceSrv: () => ({ get: () => Promise.resolve({ name: 'Influx', uid: 'influx' }) }),
  getTemplateSrv: () => ({ replace: (text: string) => text.replaceAll('$host', host) }),
}));

const targets: DataQuery[] = [{ refId: 'A', key: 'mean of $host' }];
const request = panelRequest({ targets });

async function fingerprintFor(value: string): Promise<string> {
  host = value;
  const source = await findSource({ uid: 'influx' }, {});
  return source.fingerprint(targets, request);
}

describe('the fingerprint of a data source that fills in no variables itself', () => {
  it.each(['say "web"', 'C:\\temp', 'a\nb'])('takes the variable value %j', async (value) => {
    await expect(fingerprintFor(value)).resolves.toEqual(expect.any(String));
  });

  it('differs with the value and stays with it', async () => {
    expect(await fingerprintFor('a"b')).toBe(await fingerprintFor('a"b'));
    expect(await fingerprintFor('a"b')).not.toBe(await fingerprintFor('a"c'));
  });
});
