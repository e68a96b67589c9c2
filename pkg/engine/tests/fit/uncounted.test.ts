import { loadEngine } from '../../src/engine.js';
import { parseSettings } from '../../src/settings/parseSettings.js';
import { HISTORY_END, samples } from '../fittedSeries.js';

const STEP = 600_000;
const DAY = 86_400_000;

/** At noon of every other day of the last two weeks half an hour is higher, each day by more. */
function spiky() {
  const { time, y } = samples(HISTORY_END - 28 * DAY, 28);
  const dayOf = (at: number) => Math.floor((at - (HISTORY_END - 28 * DAY)) / DAY);
  const isSpike = (at: number) =>
    dayOf(at) >= 14 && dayOf(at) % 2 === 0 && at % DAY >= DAY / 2 && at % DAY < DAY / 2 + 3 * STEP;
  return { time, y: y.map((value, row) => (isSpike(time[row]) ? value + 0.3 + 0.02 * dayOf(time[row]) : value)) };
}

describe('fit(history, settings) with incidents that were real', () => {
  it('raises the threshold for incidents nobody spoke of, and for none that somebody labeled real', async () => {
    const engine = await loadEngine();
    const settings = parseSettings({ stepMs: STEP, pagesPerWeek: 0.5 });
    const rows = spiky();
    const budgetOf = (uncounted?: { start: number; end: number }[]) =>
      engine.fit({ ...rows, unit: 'other', uncounted }, settings).adaptive?.state.budget;
    expect(budgetOf()).toBeGreaterThan(1);
    expect(budgetOf([{ start: HISTORY_END - 14 * DAY, end: HISTORY_END }])).toBe(1);
  }, 60_000);
});
