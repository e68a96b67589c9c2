import type { APIRequestContext, Page } from '@playwright/test';

import { AnomalyPanel } from './anomalyPanel';
import { Dashboard } from './dashboard';
import { LogPage } from './logPage';
import { annotationsWritten, watched } from './monitoring';
import { expect, test } from './test';

const MINUTE_MS = 60_000;
const INSTANCE = 'web-1:9100';
const TITLE = 'Watched';

/** Saves a dashboard that watches one host of the real Prometheus, or what else `query` asks for; gives its uid. */
async function saveWatching(
  request: APIRequestContext,
  baseUrl: string,
  uid: string,
  options: object,
  query: object = {},
): Promise<string> {
  const datasource = { type: 'foreband-prometheus-datasource', uid: 'foreband' };
  const expr = `1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle", instance="${INSTANCE}"}[$__rate_interval]))`;
  const target = {
    refId: 'A',
    datasource,
    version: 1,
    source: 'promql',
    output: 'series',
    settings: {},
    expr,
    ...query,
  };
  const panel = {
    ...{ id: 1, type: 'foreband-anomaly-panel', title: TITLE, datasource, targets: [target], options },
    gridPos: { x: 0, y: 0, w: 24, h: 14 },
    fieldConfig: { defaults: {}, overrides: [] },
  };
  const dashboard = { uid, title: uid, schemaVersion: 42, time: { from: 'now-6h', to: 'now' }, panels: [panel] };
  const saved = await request.post(`${baseUrl}/api/dashboards/db`, { data: { dashboard, overwrite: true } });
  expect(saved.ok()).toBe(true);
  return uid;
}

interface Annotation {
  readonly time: number;
  readonly timeEnd: number;
  readonly text: string;
  readonly tags: readonly string[];
}

async function annotationsOf(request: APIRequestContext, baseUrl: string, uid: string): Promise<readonly Annotation[]> {
  const answer = await request.get(`${baseUrl}/api/annotations?dashboardUID=${uid}&tags=foreband&limit=1000`);
  return (await answer.json()) as readonly Annotation[];
}

/** Lets the page's clock go on to a moment, and refreshes the dashboard. */
async function goOnTo(page: Page, baseUrl: string, time: number): Promise<void> {
  await page.clock.setSystemTime(time);
  await new Dashboard(page, baseUrl).refresh();
}

/** Opens the dashboard on a page and waits until its panel watches. */
async function watching(page: Page, baseUrl: string, uid: string): Promise<Page> {
  const dashboard = new Dashboard(page, baseUrl);
  await dashboard.open(uid);
  await dashboard.panel(TITLE).scored();
  await watched(page);
  return page;
}

function plantedOn<P extends { readonly instance: string }>(planted: readonly P[]): P {
  const found = planted.find(({ instance }) => instance === INSTANCE);
  if (found === undefined) {
    throw new Error(`nothing is planted on ${INSTANCE}`);
  }
  return found;
}

const panelOf = (page: Page): AnomalyPanel =>
  new AnomalyPanel(page, page.getByTestId(new RegExp(`Panel header ${TITLE}$`)));

test('an anomaly that begins while two browsers watch is logged by each and annotated once, and grows by a change', async ({
  openElsewhere,
  workbench,
  prometheus,
  request,
}) => {
  const { start, end } = plantedOn(prometheus.anomalies);
  const uid = await saveWatching(request, workbench.url, 'watched', { writeAnnotations: true });
  const before = start - 20 * MINUTE_MS;
  const pages = [
    await watching(await openElsewhere(before), workbench.url, uid),
    await watching(await openElsewhere(before), workbench.url, uid),
  ];
  expect(await annotationsOf(request, workbench.url, uid)).toEqual([]);

  await Promise.all(pages.map((page) => goOnTo(page, workbench.url, start + 16 * MINUTE_MS)));
  for (const page of pages) {
    await expect.poll(() => panelOf(page).count()).toBe(1);
  }
  await annotationsWritten(...pages);
  const [open, ...surplus] = await annotationsOf(request, workbench.url, uid);
  expect(surplus).toEqual([]);
  expect(open.tags).toEqual(expect.arrayContaining(['foreband', expect.stringMatching(/^foreband-id:/)]));
  expect(open.text).toContain(INSTANCE);
  expect(open.time).toBeGreaterThanOrEqual(start);
  expect(open.time).toBeLessThan(start + 10 * MINUTE_MS);

  for (const page of pages) {
    await goOnTo(page, workbench.url, end + 30 * MINUTE_MS);
  }
  await expect
    .poll(async () => (await annotationsOf(request, workbench.url, uid))[0].timeEnd)
    .toBeGreaterThan(end - 10 * MINUTE_MS);
  await annotationsWritten(...pages);
  const ended = await annotationsOf(request, workbench.url, uid);
  expect(ended.map(({ time }) => time)).toEqual([open.time]);
  expect(ended[0].tags).toContain('critical');

  const log = new LogPage(pages[0], workbench.url);
  await log.open();
  await expect(log.rows).toHaveCount(1);
  await expect(log.rows.first()).toContainText('critical');
  await expect(log.report).toContainText('1');
  const [line, ...others] = (await log.download('JSON Lines')).trimEnd().split('\n');
  expect(others).toEqual([]);
  const read = JSON.parse(line) as Record<string, unknown>;
  expect(read).toMatchObject({
    event_type: 'anomaly_detected',
    severity: 'CRITICAL',
    instance: INSTANCE,
    is_open: true,
  });
  expect(Date.parse(String(read.timestamp))).toBe(open.time);

  await log.show('Everything');
  await expect(pages[0]).toHaveURL(/view=all/);
  const lines = (await log.download('JSON Lines'))
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Record<string, unknown>);
  const types = new Set(lines.map(({ event_type: type }) => type));
  expect([...types].sort()).toEqual(['anomaly_detected', 'model_training', 'system_status']);
  expect((await log.download('CSV')).trimEnd().split('\r\n')).toHaveLength(lines.length + 1);
});

test('a Grafana that refuses annotations is asked once, and the panel says so', async ({
  openElsewhere,
  workbench,
  prometheus,
  request,
}) => {
  const { start } = plantedOn(prometheus.anomalies);
  const uid = await saveWatching(request, workbench.url, 'refused', { writeAnnotations: true });
  const page = await watching(await openElsewhere(start - 20 * MINUTE_MS), workbench.url, uid);
  let nWrites = 0;
  await page.route('**/api/annotations', async (route) => {
    if (route.request().method() === 'POST') {
      nWrites++;
      await route.fulfill({ status: 403, json: { message: 'Access denied to save the annotation' } });
    } else {
      await route.fallback();
    }
  });
  await goOnTo(page, workbench.url, start + 16 * MINUTE_MS);
  await expect(panelOf(page).status).toContainText('Grafana refuses to save annotations');
  await goOnTo(page, workbench.url, start + 60 * MINUTE_MS);
  await panelOf(page).scored();
  await annotationsWritten(page);
  expect(nWrites).toBe(1);
});

test('a click on an anomaly says that it was a false alarm, in an annotation', async ({
  page,
  workbench,
  prometheus,
  request,
}) => {
  const { start, end } = plantedOn(prometheus.anomalies);
  const uid = await saveWatching(request, workbench.url, 'labeled', {});
  const dashboard = new Dashboard(page, workbench.url);
  const middle = (start + end) / 2;
  const reach = 3 * 60 * MINUTE_MS;
  await dashboard.open(uid, { from: String(middle - reach), to: String(middle + reach) });
  const panel = panelOf(page);
  await panel.scored();
  await panel.hover(0.5);
  await expect(panel.tooltip).toContainText('critical anomaly');
  await page.mouse.down();
  await page.mouse.up();
  await page.getByRole('button', { name: 'False alarm' }).click();
  await expect(page.getByRole('button', { name: 'False alarm', pressed: true })).toBeVisible();
  await expect
    .poll(async () => (await annotationsOf(request, workbench.url, uid)).map(({ tags }) => tags))
    .toEqual([expect.arrayContaining(['foreband', 'critical', 'foreband-label:false'])]);

  await page.getByRole('button', { name: 'Real anomaly' }).click();
  await expect
    .poll(async () => (await annotationsOf(request, workbench.url, uid)).flatMap(({ tags }) => tags))
    .toContain('foreband-label:true');
  expect(await annotationsOf(request, workbench.url, uid)).toHaveLength(1);
});

test.describe('in real time', () => {
  test.use({ isClockReal: true });

  test('an anomaly that happens on a scraped target while a live query watches is marked, logged and annotated', async ({
    page,
    liveWorkbench: workbench,
    livePrometheus: prometheus,
    request,
  }) => {
    // With less the trend may stray so far that nothing is strange.
    const settings = { stepMs: MINUTE_MS, trainingWindowMs: 14 * 24 * 60 * MINUTE_MS };
    const query = { expr: 'system_cpu_usage', settings, live: { intervalMs: 5000 } };
    const uid = await saveWatching(request, workbench.url, 'live', { writeAnnotations: true }, query);
    const dashboard = new Dashboard(page, workbench.url);
    await dashboard.open(uid, { from: 'now-30m', to: 'now' });
    await panelOf(page).scored();
    await watched(page);
    const displacedAt = Date.now();
    prometheus.displace(0.5);
    // Scraped within 15 s, its step complete within a minute, polled within 5 s, written after 5 s at most.
    await expect
      .poll(async () => (await annotationsOf(request, workbench.url, uid)).map(({ tags }) => tags), {
        timeout: 4 * MINUTE_MS,
      })
      .toEqual([expect.arrayContaining(['foreband', expect.stringMatching(/^(critical|high|medium|low)$/)])]);
    const [{ time }] = await annotationsOf(request, workbench.url, uid);
    expect(time).toBeGreaterThan(displacedAt - settings.stepMs);
    const marked = await panelOf(page).anomalies();
    expect(marked.map(({ start }) => Math.floor(start / 1000))).toContain(Math.floor(time / 1000));
    const log = new LogPage(page, workbench.url);
    await log.open();
    await expect(log.rows.first()).toContainText('still open');
  });
});
