import { createDashboardApi } from './dashboardApi';
import { aCall } from './testing/aCall';
import { bodyOf } from './testing/bodyOf';
import { inMemory } from './testing/inMemory';

const cpu = { uid: 'cpu', title: 'CPU', version: 1, tags: ['cpu'], panels: [] };
const one = '/api/dashboards/uid/cpu';
const saving = (dashboard: unknown, extra: object = {}) => ({ method: 'POST', json: { dashboard, ...extra } });

describe('createDashboardApi()', () => {
  it('finds the provisioned dashboards', async () => {
    const api = createDashboardApi([cpu], inMemory());
    const { body } = await bodyOf(api, aCall('/api/search'));
    expect(body).toMatchObject([{ uid: 'cpu', title: 'CPU', url: '/d/cpu', tags: ['cpu'], type: 'dash-db' }]);
    expect(await bodyOf(api, aCall('/api/dashboards/uid/none'))).toMatchObject({ status: 404 });
  });

  it.each([
    ['Viewer', false],
    ['Editor', true],
    ['Admin', true],
  ] as const)('tells a %s whether they can save: %s', async (role, canSave) => {
    const api = createDashboardApi([cpu], inMemory());
    expect(await bodyOf(api, aCall(one, { role }))).toMatchObject({ body: { meta: { canSave }, dashboard: cpu } });
  });

  it('saves under the next version', async () => {
    const api = createDashboardApi([cpu], inMemory());
    const saved = await bodyOf(api, aCall('/api/dashboards/db', saving({ ...cpu, title: 'Mine' })));
    expect(saved).toMatchObject({ status: 200, body: { status: 'success', version: 2, uid: 'cpu' } });
    expect(await bodyOf(api, aCall(one))).toMatchObject({ body: { dashboard: { title: 'Mine', version: 2 } } });
  });

  it('refuses a version that somebody saved over, unless told to overwrite', async () => {
    const api = createDashboardApi([cpu], inMemory());
    await api(aCall('/api/dashboards/db', saving(cpu)));
    const stale = await bodyOf(api, aCall('/api/dashboards/db', saving(cpu)));
    expect(stale).toMatchObject({ status: 412, body: { status: 'version-mismatch' } });
    const forced = await bodyOf(api, aCall('/api/dashboards/db', saving(cpu, { overwrite: true })));
    expect(forced).toMatchObject({ status: 200, body: { version: 3 } });
  });

  it('refuses a Viewer and a dashboard without a title', async () => {
    const api = createDashboardApi([cpu], inMemory());
    const byViewer = aCall('/api/dashboards/db', { ...saving(cpu), role: 'Viewer' });
    expect(await bodyOf(api, byViewer)).toMatchObject({ status: 403 });
    expect(await bodyOf(api, aCall('/api/dashboards/db', saving({ uid: 'cpu' })))).toMatchObject({ status: 400 });
  });

  it('gives each new dashboard a uid of its own, also after one was deleted', async () => {
    const api = createDashboardApi([], inMemory());
    await api(aCall('/api/dashboards/db', saving({ title: 'First' })));
    await api(aCall('/api/dashboards/db', saving({ uid: 'gone', title: 'Gone' })));
    await api(aCall('/api/dashboards/db', saving({ title: 'Second' })));
    await api(aCall('/api/dashboards/uid/gone', { method: 'DELETE' }));
    await api(aCall('/api/dashboards/db', saving({ title: 'Third' })));
    const { body } = await bodyOf(api, aCall('/api/search'));
    expect(body).toMatchObject([{ title: 'First' }, { title: 'Second' }, { title: 'Third' }]);
  });

  it('brings the provisioned state back by deleting', async () => {
    const api = createDashboardApi([cpu], inMemory());
    await api(aCall('/api/dashboards/db', saving({ ...cpu, title: 'Mine' })));
    expect(await bodyOf(api, aCall(one, { method: 'DELETE', role: 'Viewer' }))).toMatchObject({ status: 403 });
    expect(await bodyOf(api, aCall(one, { method: 'DELETE' }))).toMatchObject({ status: 200 });
    expect(await bodyOf(api, aCall(one))).toMatchObject({ body: { dashboard: { title: 'CPU' } } });
  });
});
