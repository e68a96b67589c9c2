import { parseScenario, simulate } from 'foreband-detector';

const STEP_MS = 600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// Six weeks from a Monday on.
const START = Date.UTC(2026, 0, 5);
const END = START + 42 * DAY_MS - STEP_MS;

// An outage of two days and a bit that is large enough to spoil the fit, to be brushed out.
const OUTAGE = { start: Date.UTC(2026, 0, 28, 2), end: Date.UTC(2026, 0, 30, 8), load: 0.95 };

/** Name under which the dataset is downloaded. */
export const EXAMPLE_NAME = 'foreband-sample.csv';

/**
 * The dataset that comes with Foreband, as the text of a CSV: six weeks of one machine's CPU usage every ten minutes,
 * with planted anomalies and an outage, all labeled. Always the same: it is made of a seed.
 */
export function exampleCsv(): string {
  const scenario = parseScenario({ seed: 2026, instance: 'sample' });
  const { series, labels, injections } = simulate(scenario, { start: START, end: END, stepMs: STEP_MS });
  const lines = ['timestamp,cpu_usage,label'];
  series.time.forEach((time, row) => {
    const isOutage = time >= OUTAGE.start && time < OUTAGE.end;
    const planted = labels[row] === 1 ? injections.find(({ start, end }) => time >= start && time < end) : undefined;
    const value = isOutage ? OUTAGE.load + (series.y[row] % 0.05) : series.y[row];
    const label = isOutage ? 'outage' : (planted?.kind ?? '');
    lines.push(`${new Date(time).toISOString().slice(0, 16)}Z,${Number.isNaN(value) ? '' : value.toFixed(4)},${label}`);
  });
  return `${lines.join('\n')}\n`;
}
