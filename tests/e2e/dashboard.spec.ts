import { AnomalyPanel } from './anomalyPanel';
import { expect, test } from './test';

const STEP_MS = 5 * 60_000;

test('a dashboard shows live CPU usage with its band, its forecast and the planted anomalies', async ({
  page,
  workbench,
  prometheus,
}) => {
  await page.goto(`${workbench.url}/`);
  await page.getByRole('link', { name: 'CPU anomalies' }).click();
  const panel = new AnomalyPanel(page);
  const found = await panel.anomalies();

  for (const planted of prometheus.anomalies) {
    const inside = found.filter(
      ({ series, start, end }) =>
        series === planted.instance && end >= planted.start && start <= planted.end + STEP_MS,
    );
    const [worst] = inside.toSorted((one, other) => other.score - one.score);
    expect(worst, `${planted.instance} is flagged`).toBeDefined();
    expect(planted.severities).toContain(worst.severity);
    expect(worst.direction).toBe(planted.displacement > 0 ? 'above the band' : 'below the band');
    expect(worst.start - planted.start).toBeLessThanOrEqual(2 * STEP_MS);
    expect(worst.end - planted.end).toBeLessThanOrEqual(2 * STEP_MS);
  }
  const planted = new Set(prometheus.anomalies.map(({ instance }) => instance));
  const severe = found.filter(({ severity }) => severity === 'critical' || severity === 'high');
  expect(severe.every(({ series }) => planted.has(series))).toBe(true);
  await expect(panel.root.getByText('Simulated')).toHaveCount(0);
});
