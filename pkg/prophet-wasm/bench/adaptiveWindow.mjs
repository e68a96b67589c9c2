import { cpuSeries } from './cpuSeries.mjs';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const STEP_MS = 5 * MINUTE_MS;
const ROWS = (28 * DAY_MS) / STEP_MS;
/** A step in the level, and when a fit knows of it. */
const STEP_ROW = 5000;
const KNOWN_MS = 6 * HOUR_MS;

/**
 * Window of a detector that excludes outliers: four weeks of CPU usage every five minutes with a step, 2 % of the rows
 * excluded; the whole window, and its first rows: every six hours until the third day, then at each midnight.
 */
export function adaptiveWindow() {
  const { time, y } = cpuSeries({ rows: ROWS, isIrregular: false, days: 28 });
  const excluded = new Uint8Array(ROWS);
  for (let row = 0; row < ROWS; row++) {
    y[row] += row < STEP_ROW ? 0 : 0.1;
    if ((Math.imul(row, 2_654_435_761) >>> 0) / 2 ** 32 < 0.02) {
      y[row] += 0.5;
      excluded[row] = 1;
    }
  }
  const [start] = time;
  const ends = [];
  for (let end = 6 * HOUR_MS; end < 28 * DAY_MS; end += 6 * HOUR_MS) {
    if (end < 3 * DAY_MS || end % DAY_MS === 0) {
      ends.push(end / STEP_MS);
    }
  }
  const fits = ends.map((end) => ({ end, options: optionsAt(start, end) }));
  return { series: { start, stepMs: STEP_MS, y }, excluded, fits, options: optionsAt(start, ROWS) };
}

/** By age, as `docs/scoring.md` has them. */
function optionsAt(start, end) {
  const ageMs = end * STEP_MS;
  const steps = ageMs >= STEP_ROW * STEP_MS + KNOWN_MS ? [{ time: start + STEP_ROW * STEP_MS }] : [];
  return {
    growth: ageMs < 3 * DAY_MS ? 'flat' : 'linear',
    dailySeasonality: ageMs >= 2 * DAY_MS ? 4 : false,
    weeklySeasonality: ageMs >= 14 * DAY_MS ? 20 : false,
    steps,
  };
}
