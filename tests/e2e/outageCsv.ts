import { parseScenario, simulate } from 'foreband-detector';

import type { BroughtFile } from './explorePage';

const STEP_MS = 600_000;
const DAY_MS = 86_400_000;

/** First row of the file, a Monday. */
export const FIRST = Date.UTC(2026, 2, 2);

/** Last row of the file. */
export const LAST = FIRST + 21 * DAY_MS - STEP_MS;

/** Two days in which the machine was busy without a reason. */
export const OUTAGE = { start: FIRST + 9 * DAY_MS, end: FIRST + 11 * DAY_MS };

/** A spike on the last day, six hours before the end. */
export const SPIKE = { start: LAST - 6 * 3_600_000, end: LAST - 6 * 3_600_000 + 2 * STEP_MS };

/** Three weeks of a machine's usage in percent, as a spreadsheet of another country writes them. */
export function outageCsv(): BroughtFile {
  const scenario = parseScenario({ seed: 11, nAnomaliesPerWeek: 0, burstChance: 0 });
  const { series } = simulate(scenario, { start: FIRST, end: LAST, stepMs: STEP_MS });
  const rows = Array.from(series.time, (time, row) => {
    const isOutage = time >= OUTAGE.start && time <= OUTAGE.end;
    const isSpike = time >= SPIKE.start && time <= SPIKE.end;
    const usage = isOutage ? 0.97 : series.y[row] + (isSpike ? 0.3 : 0);
    const label = isOutage ? 'outage' : isSpike ? 'spike' : '';
    const timestamp = new Date(time).toISOString().slice(0, 19).replace('T', ' ');
    return `${timestamp};${(100 * usage).toFixed(2).replace('.', ',')};${label}`;
  });
  return { name: 'web server.csv', text: ['Zeit;Auslastung;Ereignis', ...rows].join('\r\n') };
}
