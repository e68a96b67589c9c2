import { createPluginSettingsApi } from './pluginSettingsApi';
import { aCall } from './testing/aCall';
import { bodyOf } from './testing/bodyOf';
import { inMemory } from './testing/inMemory';

const app = { id: 'an-app', type: 'app', folder: '', meta: { id: 'an-app', type: 'app', name: 'App' } } as const;
const plugins = { list: () => [app], routesOf: () => [] };
const settings = '/api/plugins/an-app/settings';

describe('createPluginSettingsApi()', () => {
  it('answers an auto-enabled app before anybody saved anything', async () => {
    const api = createPluginSettingsApi(plugins, inMemory());
    expect(await bodyOf(api, aCall(settings, { role: 'Viewer' }))).toMatchObject({
      status: 200,
      body: { id: 'an-app', name: 'App', enabled: true, jsonData: {} },
    });
    expect(await bodyOf(api, aCall('/api/plugins/none/settings'))).toMatchObject({ status: 404 });
  });

  it('replaces the whole jsonData; the last writer wins', async () => {
    const api = createPluginSettingsApi(plugins, inMemory());
    await api(aCall(settings, { method: 'POST', json: { enabled: true, jsonData: { a: 1 } } }));
    await api(aCall(settings, { method: 'POST', json: { enabled: true, jsonData: { b: 2 } } }));
    expect(await bodyOf(api, aCall(settings))).toMatchObject({ body: { jsonData: { b: 2 } } });
    expect(await bodyOf(api, aCall(settings))).not.toMatchObject({ body: { jsonData: { a: 1 } } });
  });

  it.each(['Viewer', 'Editor'] as const)('keeps a %s from writing', async (role) => {
    const api = createPluginSettingsApi(plugins, inMemory());
    expect(await bodyOf(api, aCall(settings, { method: 'POST', role, json: {} }))).toMatchObject({ status: 403 });
  });
});
