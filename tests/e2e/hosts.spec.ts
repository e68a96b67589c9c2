import { Dashboard } from './dashboard';
import { startWorkbench, type Workbench } from './startWorkbench';
import { expect, test } from './test';

test('no page of the plugin breaks the default content security policy', async ({ page, workbench }) => {
  const policy = (await page.request.get(`${workbench.url}/`)).headers()['content-security-policy'];
  expect(policy).toContain("script-src 'self' 'unsafe-eval' 'unsafe-inline' 'strict-dynamic'");

  const dashboard = new Dashboard(page, workbench.url);
  for (const uid of ['cpu-anomalies', 'any-data-source', 'evaluate-and-explore', 'simulation']) {
    await dashboard.open(uid);
    await page.getByTestId('foreband status').first().waitFor();
  }
  await page.getByRole('link', { name: 'Explore', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Explore' }).waitFor();
  await page.getByTestId('foreband status').first().waitFor();
  await page.getByRole('link', { name: 'Data sources' }).click();
  await page.getByRole('link', { name: 'Foreband', exact: true }).last().click();
  await page.getByRole('button', { name: 'Save & test' }).click();
  await expect(page.getByText(/Prometheus 2\.\d+/).first()).toBeVisible();
});

test.describe('elsewhere', () => {
  let workbench: Workbench | undefined;

  test.afterEach(async () => {
    await workbench?.stop();
    workbench = undefined;
  });

  test.describe('with a strict policy', () => {
    test.use({ isPolicyStrict: true });

    test('a page that refuses WebAssembly gets the same anomalies from the JavaScript build, and says so', async ({
      page,
      prometheus,
      workbench: ordinary,
    }) => {
      const range = { from: String(prometheus.now - 86_400_000), to: String(prometheus.now) };
      const usual = new Dashboard(page, ordinary.url);
      await usual.open('cpu-anomalies', range);
      const expected = await usual.panel('CPU usage').anomalies();

      workbench = await startWorkbench(prometheus.url, ['--csp', 'no-wasm']);
      const dashboard = new Dashboard(page, workbench.url);
      await dashboard.open('cpu-anomalies', range);
      const panel = dashboard.panel('CPU usage');
      expect(await panel.anomalies()).toEqual(expected);
      await panel.root.getByRole('button', { name: 'About this detection' }).click();
      await expect(page.getByTestId('foreband details')).toContainText('refuses WebAssembly');
    });
  });

  test('everything is found below a sub-path', async ({ page, prometheus }) => {
    workbench = await startWorkbench(prometheus.url, ['--sub-path', '/grafana']);
    expect(workbench.url).toMatch(/\/grafana$/);
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() === 404 || !new URL(response.url()).pathname.startsWith('/grafana/')) {
        missing.push(response.url());
      }
    });
    await page.goto(`${workbench.url}/`);
    await page.getByRole('link', { name: 'CPU anomalies' }).click();
    await new Dashboard(page, workbench.url).panel('CPU usage').scored();
    await page.getByRole('link', { name: 'Foreband', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Foreband' }).first()).toBeVisible();
    expect(missing.filter((url) => !url.startsWith('data:') && !url.endsWith('/favicon.ico'))).toEqual([]);
  });
});

test('a viewer may read through the proxy, but neither write nor delete', async ({ page, workbench }) => {
  const proxy = `${workbench.url}/api/datasources/proxy/uid/foreband/api/v1`;
  const viewer = { headers: { cookie: 'workbench_role=Viewer' } };
  const form = { query: 'up' };

  expect((await page.request.get(`${proxy}/query?query=up`, viewer)).status()).toBe(200);
  expect((await page.request.post(`${proxy}/query`, { ...viewer, form })).status()).toBe(200);
  expect((await page.request.post(`${proxy}/admin/tsdb/delete_series`, { ...viewer, form })).status()).toBe(403);
  expect((await page.request.put(`${proxy}/admin/tsdb/snapshot`, viewer)).status()).toBe(403);
  expect((await page.request.delete(`${proxy}/series`, viewer)).status()).toBe(403);
});
