import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkbench } from './createWorkbench';
import { aCall } from './testing/aCall';

describe('createWorkbench()', () => {
  let state: string;
  beforeEach(() => {
    state = mkdtempSync(join(tmpdir(), 'workbench-'));
  });
  afterEach(() => rmSync(state, { recursive: true }));

  const workbench = () =>
    createWorkbench({
      dist: join(state, 'no-dist'),
      build: join(state, 'no-build'),
      provisioning: join(__dirname, '../../provisioning'),
      state,
      subPath: '/grafana',
      policy: 'grafana',
      grafanaVersion: '13.2.2',
      environment: { PROMETHEUS_URL: 'http://p:9090' },
      reloads: false,
    });

  it('serves the page at any address that is no file and no endpoint, with the policy and boot data', async () => {
    const reply = await workbench()(aCall('/d/cpu-anomalies', { headers: { host: 'localhost:3000' } }));
    const html = reply.body.toString();
    expect(reply.headers['content-security-policy']).toContain('ws://localhost:3000/grafana');
    expect(html).toContain('<base href="/grafana/" />');
    expect(html).toContain('"url":"/grafana/api/datasources/proxy/uid/prometheus"');
    const nonce = /'nonce-([^']+)'/.exec(reply.headers['content-security-policy'])?.[1];
    expect(html.split(`nonce="${nonce}"`)).toHaveLength(5);
  });

  it.each([
    ['/', 'dark'],
    ['/?theme=light', 'light'],
    ['/?theme=anything', 'dark'],
  ])('renders %s in the %s theme', async (path, theme) => {
    expect((await workbench()(aCall(path))).body.toString()).toContain(`"theme":"${theme}"`);
  });

  it('renders the role that asks', async () => {
    const html = (await workbench()(aCall('/', { role: 'Viewer' }))).body.toString();
    expect(html).toContain('"orgRole":"Viewer"');
    expect(html).not.toContain('plugins:write');
  });

  it('answers 404 in JSON for an endpoint that nothing stands in for', async () => {
    expect(await workbench()(aCall('/api/alerting'))).toMatchObject({ status: 404, body: '{"message":"Not found"}' });
  });

  it('never puts a name of a script end into the page from provisioned text', async () => {
    expect((await workbench()(aCall('/'))).body.toString().match(/<\/script>/g)).toHaveLength(4);
  });
});
