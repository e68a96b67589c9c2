import { parseScenario, simulate } from 'foreband-detector';

const STEP_MS = 600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// Six weeks from a Monday on.
const START = Date.UTC(2026, 0, 5);
const END = START + 42 * DAY_MS - STEP_MS;

const BACKUP = { startMs: 2 * HOUR_MS, endMs: 2.5 * HOUR_MS, load: 0.3 };
const DEPLOY = { start: Date.UTC(2026, 1, 2, 10), load: 0.1 };

/** A stretch that is not as usual, and how its label calls it. */
interface Labeled {
  readonly label: string;
  readonly start: number;
  /** The moment it is over. */
  readonly end: number;
  /** Load in place of the usual one, 0 to 1. */
  readonly load: (usual: number) => number;
}

const labeled: readonly Labeled[] = [
  // Seventeen hours at the limit, that must not teach the model that this is normal.
  {
    label: 'outage',
    start: Date.UTC(2026, 0, 22, 9),
    end: Date.UTC(2026, 0, 23, 2),
    load: (usual) => 0.93 + 0.1 * (usual % 0.5),
  },
  // The new level stays; only its first hour is news.
  { label: 'deploy', start: DEPLOY.start, end: DEPLOY.start + HOUR_MS, load: (usual) => usual },
  {
    label: 'spike',
    start: Date.UTC(2026, 1, 11, 15),
    end: Date.UTC(2026, 1, 11, 15, 40),
    load: (usual) => Math.min(1, usual + 0.25),
  },
  {
    label: 'missing backup',
    start: Date.UTC(2026, 1, 13, 2),
    end: Date.UTC(2026, 1, 13, 2, 30),
    load: (usual) => usual - BACKUP.load,
  },
  {
    label: 'dip',
    start: Date.UTC(2026, 1, 15, 10),
    end: Date.UTC(2026, 1, 15, 12),
    load: (usual) => 0.5 * usual,
  },
];

/** Name under which the dataset is downloaded. */
export const EXAMPLE_NAME = 'foreband-sample.csv';

function usualLoad(load: number, time: number): number {
  const ofDay = (time - START) % DAY_MS;
  const isBackup = ofDay >= BACKUP.startMs && ofDay < BACKUP.endMs;
  return load + (isBackup ? BACKUP.load : 0) + (time >= DEPLOY.start ? DEPLOY.load : 0);
}

/**
 * The dataset that comes with Foreband, as the text of a CSV: six weeks of one machine's CPU usage every ten minutes, with
 * a backup every night at two, an outage of 17 hours, a deploy that needs more from then on, and in the last days a spike,
 * a night without backup and a dip, all labeled but the backup. Always the same: it is made of a seed.
 */
export function exampleCsv(): string {
  const scenario = parseScenario({ seed: 2026, instance: 'sample', nAnomaliesPerWeek: 0 });
  const { series } = simulate(scenario, { start: START, end: END, stepMs: STEP_MS });
  const lines = ['timestamp,cpu_usage,label'];
  series.time.forEach((time, row) => {
    const stretch = labeled.find(({ start, end }) => time >= start && time < end);
    const usual = usualLoad(series.y[row], time);
    const value = stretch === undefined ? usual : stretch.load(usual);
    lines.push(`${new Date(time).toISOString().slice(0, 16)}Z,${value.toFixed(4)},${stretch?.label ?? ''}`);
  });
  return `${lines.join('\n')}\n`;
}
