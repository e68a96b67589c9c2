import type { DetectedSeries } from '../../src/detect/detectedSeries.js';
import { loadEngine } from '../../src/engine.js';
import { parseSettings } from '../../src/settings/parseSettings.js';
import { HISTORY_END, samples } from '../fittedSeries.js';

const STEP = 600_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Mondays from 02:00 to 04:00 nothing runs, in the history and on the day that is scored. */
function withBreaks(start: number, nDays: number) {
  const { time, y } = samples(start, nDays);
  const isBreak = (at: number) => new Date(at).getUTCDay() === 1 && at % DAY >= 2 * HOUR && at % DAY <= 4 * HOUR;
  return { name: 'web', labels: {}, time, y: y.map((value, row) => (isBreak(time[row]) ? 0 : value)) };
}

async function detected(maintenance: string): Promise<DetectedSeries> {
  const outcome = (await loadEngine()).detect({
    training: withBreaks(HISTORY_END - 13 * DAY, 13),
    visible: withBreaks(HISTORY_END, 1),
    forecastEnd: HISTORY_END + DAY,
    settings: parseSettings({ stepMs: STEP, maintenance }),
  });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

describe('maintenance windows', () => {
  it('are neither fitted nor flagged', async () => {
    const open = await detected('');
    expect(open.detection.incidents.map(({ start }) => start)).toEqual([HISTORY_END + 2 * HOUR]);
    const closed = await detected('Mon 02:00 to 04:00');
    expect(closed.detection.incidents).toEqual([]);
    // Of the thirteen days before a Monday one is a Monday: thirteen samples, both ends included.
    expect(open.fitted.training.nSamples - closed.fitted.training.nSamples).toBe(13);
    expect(closed.detection.suppressed.map(({ reason, start }) => [reason, start])).toEqual([
      ['exclusion', HISTORY_END + 2 * HOUR],
    ]);
  }, 60_000);
});
