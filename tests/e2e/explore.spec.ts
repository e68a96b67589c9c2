import { expect, type APIRequestContext } from '@playwright/test';

import { Dashboard } from './dashboard';
import { ExplorePage } from './explorePage';
import { openCsv } from './openCsv';
import { FIRST, LAST, OUTAGE, outageCsv, SPIKE } from './outageCsv';
import { test } from './test';

const whole = { from: FIRST, to: LAST };

/** Saves a dashboard with nothing but this panel, as if its JSON had been pasted; gives its uid. */
async function savePasted(
  request: APIRequestContext,
  baseUrl: string,
  panel: Record<string, unknown>,
  time: { readonly from: string; readonly to: string },
): Promise<string> {
  const dashboard = { uid: 'pasted', title: 'Pasted', schemaVersion: 42, time, panels: [{ ...panel, id: 1 }] };
  const saved = await request.post(`${baseUrl}/api/dashboards/db`, { data: { dashboard, overwrite: true } });
  expect(saved.ok()).toBe(true);
  return dashboard.uid;
}

test('a dropped CSV is explored: its outage is brushed out, and the model changes @smoke', async ({
  page,
  workbench,
}) => {
  const written: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') {
      written.push(request.url());
    }
  });
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'csv' });
  await expect(explore.message).toContainText('Drop a CSV here');
  await explore.drop(outageCsv());
  const before = await explore.chart.anomalies();
  const spoilt = await explore.savedModel();
  // A past outage does not blind the detector.
  expect(before.some(({ start, end }) => start <= SPIKE.end && end >= SPIKE.start)).toBe(true);

  await explore.exclude(OUTAGE.start - 3_600_000, OUTAGE.end + 3_600_000, whole);
  await expect.poll(async () => (await explore.chart.anomalies()).map(({ start }) => start)).toContain(SPIKE.start);
  const [spike] = (await explore.chart.anomalies()).filter(({ start }) => start === SPIKE.start);
  expect(spike.end).toBeGreaterThanOrEqual(SPIKE.end);
  expect(spike.worstValue).toMatch(/%$/);
  expect(await explore.savedModel()).not.toEqual(spoilt);
  expect(written).toEqual([]);
});

test('the suggested threshold is used, and the page is the same after a reload, by way back and forward, and in a fresh browser that is given its file', async ({
  page,
  openElsewhere,
  workbench,
}) => {
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'csv' });
  await explore.drop(outageCsv());
  await explore.chart.scored();
  await explore.exclude(OUTAGE.start - 3_600_000, OUTAGE.end + 3_600_000, whole);
  const slider = page.getByRole('slider', { name: 'Threshold multiplier', exact: true });
  await slider.focus();
  await slider.press('End');
  await page.waitForURL(/threshold=/);
  await explore.showView('Evaluation');
  await explore.plantAnomalies();
  const strict = await explore.evaluation.outcomes();
  const nStrict = await explore.chart.count();

  const used = await explore.evaluation.use();
  await expect(slider).toHaveAttribute('aria-valuenow', used);
  await expect(explore.evaluation.bar).toContainText(`Threshold ${used}`);
  await page.waitForURL(new RegExp(`threshold=${used}(&|$)`));
  expect((await explore.evaluation.outcomes()).found).toBeGreaterThan(strict.found);
  const shown = await explore.chart.anomalies();
  expect(shown.length).toBeGreaterThanOrEqual(nStrict);
  const outcomes = await explore.evaluation.outcomes();
  const model = await explore.savedModel();
  const address = page.url();

  await page.reload();
  expect(await explore.chart.anomalies()).toEqual(shown);
  expect(await explore.evaluation.outcomes()).toEqual(outcomes);
  expect(await explore.savedModel()).toEqual(model);
  await expect(slider).toHaveAttribute('aria-valuenow', used);

  await page.goBack();
  await expect(slider).not.toHaveAttribute('aria-valuenow', used);
  expect(explore.param('exclude')).not.toBeNull();
  await page.goForward();
  await expect(slider).toHaveAttribute('aria-valuenow', used);

  const elsewhere = await openElsewhere();
  const opened = new ExplorePage(elsewhere, workbench.url);
  await elsewhere.goto(address);
  await expect(opened.message).toContainText('This page looks at web server.csv');
  await opened.choose('Choose web server.csv', outageCsv());
  expect(await opened.chart.anomalies()).toEqual(shown);
  expect(elsewhere.url()).toBe(address);
});

test('a CSV that can be read in two ways is asked about, and the address keeps the answer and the series', async ({
  page,
  workbench,
}) => {
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'csv' });
  await explore.drop(openCsv());
  await expect(explore.fileQuestion).toContainText('requests.csv can be read in two ways');
  const [first] = openCsv().text.split('\n')[1].split(';').slice(1);
  const thousands = page.getByRole('region', { name: `${first} is ${first.replace(',', '')}: the comma separates` });
  await expect(thousands.getByRole('row')).toHaveCount(6);
  await thousands.getByRole('button', { name: 'Read it like this' }).click();
  await page.waitForURL(/decimal=point/);
  await explore.chart.scored();
  await explore.chooseSeries('web-2');
  await page.waitForURL(/series=web-2/);
  const shown = await explore.chart.anomalies();

  await page.reload();
  expect(await explore.chart.anomalies()).toEqual(shown);
  await expect(page.getByText('To read it differently, choose the file again.')).toBeVisible();

  await explore.drop(openCsv());
  await expect(explore.fileQuestion).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await explore.chart.anomalies()).toEqual(shown);
});

test('a CSV with a mistake is refused with the line, and what is shown stays', async ({ page, workbench }) => {
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'csv' });
  await explore.drop(outageCsv());
  const shown = await explore.chart.anomalies();
  await explore.drop({ name: 'bad.csv', text: 'time,cpu\n2026-01-05T10:00Z,0.5\n2026-01-05T10:05Z,busy\n' });
  await expect(page.getByText('bad.csv: line 3: invalid value: "busy"')).toBeVisible();
  expect(await explore.chart.anomalies()).toEqual(shown);
});

test('a CPU metric is found, by its own data source and by a plain Prometheus one, with the same anomalies @smoke', async ({
  page,
  workbench,
  prometheus,
}) => {
  const [planted] = prometheus.anomalies;
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ series: planted.instance, from: 'now-1d', to: 'now' });
  await expect(explore.source).toContainText('Auto: node_cpu_seconds_total');
  const own = await explore.chart.anomalies();
  const [worst] = own.toSorted((one, other) => other.score - one.score);
  expect(planted.severities).toContain(worst.severity);
  expect(worst.series).toBe(planted.instance);

  await explore.open({ ds: 'prometheus', source: 'metric', series: planted.instance, from: 'now-1d', to: 'now' });
  await expect(explore.source).toContainText('Auto: node_cpu_seconds_total');
  await expect(explore.source).toContainText('rate(node_cpu_seconds_total{mode="idle"}');
  const plain = await explore.chart.anomalies();
  expect(plain.map(({ start, end, severity }) => ({ start, end, severity }))).toEqual(
    own.map(({ start, end, severity }) => ({ start, end, severity })),
  );
});

test('any PromQL is asked for, and its mistakes are answered in the words of Prometheus', async ({
  page,
  workbench,
}) => {
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'promql' });
  await expect(explore.message).toContainText('Write an expression');
  const field = page.getByRole('textbox', { name: 'PromQL' });
  await field.fill('rate(node_cpu_seconds_total)');
  await field.press('Control+Enter');
  await expect(explore.chart.message).toContainText('expected type range vector');
  await field.fill('system_cpu_usage');
  await field.press('Control+Enter');
  await explore.chart.scored();
  await page.waitForURL(/expr=system_cpu_usage/);
});

test('the panel of a CPU metric, pasted into a dashboard, shows the same', async ({ page, workbench, prometheus }) => {
  const [from, to] = [prometheus.now - 86_400_000, prometheus.now];
  const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'metric', series: 'web-1:9100', threshold: '3', ...range });
  const shown = await explore.chart.anomalies();
  expect(shown.length).toBeGreaterThan(0);
  const uid = await savePasted(page.request, workbench.url, await explore.panelJson(), range);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(uid, range);
  const pasted = await dashboard.panel('CPU usage').anomalies();
  expect(pasted.filter(({ series }) => series === 'web-1:9100')).toEqual(shown);
});

test('the panel of a file holds samples and model, and shows the same on a dashboard', async ({ page, workbench }) => {
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'sample', threshold: '3', exclude: '2026-01-28T00:00Z..2026-01-30T12:00Z' });
  const shown = await explore.chart.anomalies();
  const range = { from: '2026-01-05T00:00:00.000Z', to: '2026-02-15T23:50:00.000Z' };
  const uid = await savePasted(page.request, workbench.url, await explore.panelJson(), range);
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(uid);
  expect(await dashboard.panel('Foreband sample').anomalies()).toEqual(shown);
});

test("Grafana's own form puts the panel on a new dashboard", async ({ page, workbench }) => {
  test.skip(process.env.FOREBAND_PACKAGE_SET === 'oldest', 'Grafana 11 has no such form');
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'simulation', seed: '5', machines: '2' });
  await explore.chart.scored();
  await page.getByRole('button', { name: 'Add to dashboard' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('From Explore');
  await page.getByRole('button', { name: 'Open dashboard' }).click();
  await expect(page.getByRole('heading', { name: 'From Explore' })).toBeVisible();
  const panel = new Dashboard(page, workbench.url).panel('Simulated CPU usage');
  await panel.scored();
  await expect(panel.simulationBadge).toBeVisible();
});

test('what an address says wrongly is named, and everything else holds', async ({ page, workbench }) => {
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'sample', threshold: 'high', growth: 'flat', view: 'map' });
  await expect(page.getByText('The address says threshold=high, which is not understood')).toBeVisible();
  await expect(page.getByText('The address says view=map, which is not understood')).toBeVisible();
  await explore.chart.scored();
  await expect(explore.settings).toContainText('Model (1 set)');
});

test('everything can be done by keyboard: source, exclusion, threshold', async ({ page, workbench }) => {
  const explore = new ExplorePage(page, workbench.url);
  await explore.open({ source: 'simulation' });
  await explore.chart.scored();
  await explore.source.getByRole('radio', { name: 'Simulation' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/source=sample/);
  await explore.chart.scored();
  await page.getByRole('radio', { name: 'Zoom' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Exclude' })).toBeChecked();

  const chart = explore.chart.root
    .getByRole('group', { name: /arrow keys move the crosshair/ })
    .locator('xpath=ancestor-or-self::*[@tabindex="0"]')
    .first();
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.down(' ');
  await page.keyboard.down('ArrowRight');
  await page.clock.runFor(600);
  await page.keyboard.up('ArrowRight');
  await page.keyboard.up(' ');
  await page.waitForURL(/exclude=/);
  await expect(explore.settings).toContainText('Training (1 set)');
});

/** The page's message or chart when nothing more is to come. */
const settled: Readonly<Record<string, (explore: ExplorePage) => Promise<void>>> = {
  sample: ({ chart }) => chart.scored(),
  csv: ({ message }) => message.getByText('Drop a CSV here').waitFor(),
  metric: ({ chart }) => chart.scored(),
  promql: ({ message }) => message.getByText('Write an expression').waitFor(),
  simulation: ({ chart }) => chart.scored(),
};

for (const width of [420, 800, 1600]) {
  test(`nothing sticks out of a window ${width} pixels wide`, async ({ page, workbench }) => {
    await page.setViewportSize({ width, height: 900 });
    const explore = new ExplorePage(page, workbench.url);
    for (const [source, isSettled] of Object.entries(settled)) {
      await explore.open({ source, kiosk: '' });
      await isSettled(explore);
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const content = document.querySelector('main')?.parentElement;
        return Math.max(scrollWidth - clientWidth, (content?.scrollWidth ?? 0) - (content?.clientWidth ?? 0));
      });
      expect(overflow, source).toBeLessThanOrEqual(0);
    }
  });
}
