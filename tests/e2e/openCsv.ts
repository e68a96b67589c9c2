import { parseScenario, simulate } from 'foreband-detector';

import type { BroughtFile } from './explorePage';

const STEP_MS = 600_000;
const START = Date.UTC(2026, 2, 2);
const END = START + 21 * 86_400_000 - STEP_MS;

// From 1,000 to 6,000: every number has one comma, before three digits.
function counts(seed: number): readonly string[] {
  const scenario = parseScenario({ seed, nAnomaliesPerWeek: 0, burstChance: 0 });
  const { series } = simulate(scenario, { start: START, end: END, stepMs: STEP_MS });
  return Array.from(series.y, (usage) => (1000 + Math.round(5000 * usage)).toLocaleString('en-US'));
}

/** Three weeks of the requests of two machines, in numbers that can be read in two ways. */
export function openCsv(): BroughtFile {
  const [one, other] = [counts(3), counts(4)];
  const rows = one.map((count, row) => `${new Date(START + row * STEP_MS).toISOString()};${count};${other[row]}`);
  return { name: 'requests.csv', text: ['Time;web-1;web-2', ...rows].join('\n') };
}
