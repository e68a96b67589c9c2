import { readFile } from 'node:fs/promises';

import { Dashboard } from './dashboard';
import { promqlTarget, saveDashboard } from './savedDashboard';
import { expect, test } from './test';

const STEP_MS = 5 * 60_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const DASHBOARD = 'evaluate-and-explore';
const CPU = 'system_cpu_usage';

test('the suggested threshold is used, accepted by the anomaly panel, and followed there at once @smoke', async ({
  page,
  workbench,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const targets = [promqlTarget(CPU, { settings: { thresholdMultiplier: 0.5 } })];
  const panels = [
    { type: 'foreband-anomaly-panel', title: 'Band', targets },
    { type: 'foreband-evaluation-panel', title: 'Evaluate', targets },
  ];
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(await saveDashboard(page.request, workbench.url, 'suggested', panels));
  const [anomalies, evaluation] = [dashboard.panel('Band'), dashboard.evaluation('Evaluate')];
  await anomalies.scored();
  const nAtOnce = await anomalies.count();
  const before = await evaluation.outcomes();

  const used = await evaluation.use();
  expect(Number(used)).toBeGreaterThan(0.5);
  await expect(evaluation.bar).toContainText(`Threshold ${used}`);
  expect((await evaluation.outcomes()).wrong).toBeLessThan(before.wrong);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(used);

  await expect(anomalies.offer).toContainText('Evaluate of');
  await expect(anomalies.offer).toContainText('Lasts until reload');
  await anomalies.offer.getByRole('button', { name: `Accept ${used}` }).click();
  await expect(anomalies.offer).toHaveCount(0);
  await expect.poll(() => anomalies.count()).toBeLessThan(nAtOnce);
});

test('a threshold used in the panel editor is offered to panels that were not on the page, and saved', async ({
  page,
  workbench,
}) => {
  const panels = [
    { type: 'foreband-anomaly-panel', title: 'Band', targets: [promqlTarget(CPU)] },
    { type: 'foreband-evaluation-panel', title: 'Evaluate', targets: [promqlTarget(CPU)] },
  ];
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(await saveDashboard(page.request, workbench.url, 'evaluated-in-the-editor', panels));
  await dashboard.panel('Band').scored();
  await dashboard.editPanel('Evaluate');
  const edited = dashboard.evaluation('Evaluate');
  await edited.evaluated();
  await edited.slider.focus();
  await edited.slider.press('End');
  await edited.use();
  await dashboard.save();
  await dashboard.leaveEditor();

  const anomalies = dashboard.panel('Band');
  await expect(anomalies.offer).toContainText('Evaluate');
  await page.reload();
  await dashboard.evaluation('Evaluate').evaluated();
  await expect(dashboard.evaluation('Evaluate').bar).toContainText('Threshold 6');
  await expect(anomalies.offer).toHaveCount(0);
});

test('labels of a series, and annotations with a tag, are the truth that is counted', async ({
  page,
  workbench,
  prometheus,
}) => {
  const end = Math.floor((prometheus.now - 2 * HOUR_MS) / STEP_MS) * STEP_MS;
  const start = end - HOUR_MS;
  const label = `vector(time() >= bool ${start / 1000}) * vector(time() <= bool ${end / 1000})`;
  const targets = [
    { refId: 'A', datasource: { type: 'prometheus', uid: 'prometheus' }, expr: CPU, legendFormat: 'cpu', range: true },
    {
      refId: 'B',
      datasource: { type: 'prometheus', uid: 'prometheus' },
      expr: label,
      legendFormat: 'label',
      range: true,
    },
  ];
  const annotation = await page.request.post(`${workbench.url}/api/annotations`, {
    data: {
      dashboardUID: 'elsewhere',
      time: start - 6 * HOUR_MS,
      timeEnd: start - 5 * HOUR_MS,
      text: 'x',
      tags: ['truth', 'outage'],
    },
  });
  expect(annotation.ok()).toBe(true);
  const panels = [
    { type: 'foreband-evaluation-panel', title: 'Labels', targets, options: { plan: { truth: 'field' } } },
    {
      type: 'foreband-evaluation-panel',
      title: 'Tags',
      targets: targets.slice(0, 1),
      options: { plan: { truth: 'annotations', tags: ['truth'] } },
    },
    {
      type: 'foreband-evaluation-panel',
      title: 'Nothing',
      targets: targets.slice(0, 1),
      options: { plan: { truth: 'field' } },
    },
  ];
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(await saveDashboard(page.request, workbench.url, 'truths', panels));

  const labeled = await dashboard.evaluation('Labels').outcomes();
  expect(labeled.found + labeled.missed).toBe(1);
  const tagged = await dashboard.evaluation('Tags').outcomes();
  expect(tagged.found + tagged.missed).toBe(1);
  await expect(dashboard.evaluation('Tags').view('Kinds and severities')).toContainText('outage');
  await expect(dashboard.evaluation('Nothing').message).toContainText('No field named "label"');
});

test('a rolling evaluation of 20,000 samples shows its progress, can be canceled, and ends', async ({
  page,
  workbench,
}) => {
  const settings = { trainingWindowMs: 69 * DAY_MS };
  const target = {
    ...promqlTarget('', { settings }),
    source: 'simulation',
    expr: undefined,
  };
  const panels = [
    {
      type: 'foreband-evaluation-panel',
      title: 'Rolling',
      targets: [target],
      options: { plan: { rows: 'rolling', refitEveryMs: 6 * HOUR_MS } },
    },
  ];
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(await saveDashboard(page.request, workbench.url, 'rolling', panels));
  const evaluation = dashboard.evaluation('Rolling');

  await expect(evaluation.progress).toContainText(/Evaluating: \d+%/);
  await evaluation.progress.getByRole('button', { name: 'Cancel' }).click();
  await expect(evaluation.progress).toContainText('was canceled');
  await evaluation.progress.getByRole('button', { name: 'Evaluate again' }).click();
  await evaluation.evaluated();
  await expect(evaluation.view('Detection')).toContainText(/\d+ samples held out after \d+ fits/);
});

test('figures are downloaded as picture, drawing and numbers, and the report as text', async ({ page, workbench }) => {
  const dashboard = new Dashboard(page, workbench.url);
  await dashboard.open(DASHBOARD);
  const evaluation = dashboard.evaluation('Evaluation');
  await evaluation.evaluated();

  const save = async (view: string, entry: string) => {
    await evaluation
      .view(view)
      .getByRole('button', { name: `Download: ${view}` })
      .click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: entry }).click();
    const saved = await download;
    return { name: saved.suggestedFilename(), content: await readFile(await saved.path()) };
  };
  const figure = evaluation.view('ROC').locator('svg[data-figure]');
  const { width = 0, height = 0 } = (await figure.boundingBox()) ?? {};
  const picture = await save('ROC', 'Picture (PNG)');
  expect(picture.name).toMatch(/-ROC\.png$/);
  // Width and height stand in the first chunk of a PNG, https://www.w3.org/TR/png-3/#11IHDR; two pixels for one on the screen.
  expect(picture.content.readUInt32BE(16)).toBeGreaterThan(2 * width);
  expect(picture.content.readUInt32BE(20)).toBeGreaterThan(2 * height);
  const drawing = await save('ROC', 'Drawing (SVG)');
  expect(drawing.name).toMatch(/-ROC\.svg$/);
  const readout =
    (await evaluation
      .view('ROC')
      .getByText(/^area [\d.]+$/)
      .textContent()) ?? 'none';
  for (const text of ['ROC', 'by chance', 'at the threshold shown', readout]) {
    expect(drawing.content.toString()).toContain(`>${text}</text>`);
  }
  expect((await save('Thresholds', 'Figures (CSV)')).name).toMatch(/-Thresholds\.csv$/);
  expect((await save('Report', 'Markdown')).name).toMatch(/-Report\.md$/);
});
