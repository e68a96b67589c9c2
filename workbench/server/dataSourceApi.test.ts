import { createDataSourceApi } from './dataSourceApi';
import { createDataSourceStore } from './dataSourceStore';
import { aCall } from './testing/aCall';
import { bodyOf } from './testing/bodyOf';
import { inMemory } from './testing/inMemory';

const provisioned = { uid: 'fb', name: 'Foreband', type: 'x', url: 'http://a:9090', jsonData: { timeInterval: '15s' } };
const one = '/api/datasources/uid/fb';

describe('createDataSourceApi()', () => {
  it('answers a provisioned data source by uid', async () => {
    const api = createDataSourceApi(createDataSourceStore([provisioned], inMemory()));
    expect(await bodyOf(api, aCall(one))).toMatchObject({
      status: 200,
      body: { name: 'Foreband', url: 'http://a:9090' },
    });
    expect(await bodyOf(api, aCall('/api/datasources/uid/none'))).toMatchObject({ status: 404 });
  });

  it('saves an edit, and says of secrets only that they are set', async () => {
    const state = inMemory();
    const api = createDataSourceApi(createDataSourceStore([provisioned], state));
    const edited = {
      name: 'Mine',
      url: 'http://b:9090',
      jsonData: {},
      secureJsonData: { basicAuthPassword: 'secret' },
    };
    const { body } = await bodyOf(api, aCall(one, { method: 'PUT', json: edited }));
    expect(body).toMatchObject({ message: 'Datasource updated', datasource: { name: 'Mine', url: 'http://b:9090' } });
    expect(body).toMatchObject({ datasource: { secureJsonFields: { basicAuthPassword: true } } });
    expect(JSON.stringify(body)).not.toContain('secret"');
    const again = createDataSourceApi(createDataSourceStore([provisioned], state));
    expect(await bodyOf(again, aCall(one))).toMatchObject({ body: { url: 'http://b:9090' } });
  });

  it('forgets an edit once the provisioned entry is another, as provisioning wins at a start', async () => {
    const state = inMemory();
    const before = createDataSourceApi(createDataSourceStore([provisioned], state));
    await before(aCall(one, { method: 'PUT', json: { url: 'http://b:9090' } }));
    const after = createDataSourceApi(createDataSourceStore([{ ...provisioned, url: 'http://c:9090' }], state));
    expect(await bodyOf(after, aCall(one))).toMatchObject({ body: { url: 'http://c:9090' } });
  });

  it.each(['Viewer', 'Editor'] as const)('keeps a %s out', async (role) => {
    const api = createDataSourceApi(createDataSourceStore([provisioned], inMemory()));
    expect(await bodyOf(api, aCall(one, { role }))).toMatchObject({ status: 403 });
    expect(await bodyOf(api, aCall(one, { role, method: 'PUT', json: {} }))).toMatchObject({ status: 403 });
  });
});
