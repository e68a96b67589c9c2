import { loadEngine } from '../../src/engine.js';
import { replay } from '../../src/replay/replay.js';
import { parseSettings } from '../../src/settings/parseSettings.js';

const STEP_MS = 600_000;
const HOUR_MS = 6 * STEP_MS;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 0, 5);
const N_DAYS = 22;
const LAST_DAY = START + (N_DAYS - 1) * DAY_MS;

// Every night at two a job adds 30, for 30 minutes or every third night for 40; a zigzag in place of noise.
function valueAt(time: number): number {
  const day = Math.floor((time - START) / DAY_MS);
  const ofDay = (time - START) % DAY_MS;
  const isBusy = ofDay >= 2 * HOUR_MS && ofDay < 2 * HOUR_MS + (day % 3 === 0 ? 4 : 3) * STEP_MS;
  return 10 + 4 * Math.sin((2 * Math.PI * ofDay) / DAY_MS) + 0.1 * (((time / STEP_MS) * 7) % 5) + (isBusy ? 30 : 0);
}

function nightlyJob() {
  const time = Float64Array.from({ length: N_DAYS * 144 }, (_, row) => START + row * STEP_MS);
  return { name: 'job', labels: {}, time, y: time.map(valueAt) };
}

describe('replay(verbs, subject) of a job whose end wanders', () => {
  it('knows what a panel knows that shows the day', async () => {
    const engine = await loadEngine();
    const series = nightlyJob();
    const settings = parseSettings({ stepMs: STEP_MS });
    const [before, day] = [(N_DAYS - 1) * 144, N_DAYS * 144];
    const cut = (from: number, to: number) => ({
      ...series,
      time: series.time.subarray(from, to),
      y: series.y.subarray(from, to),
    });
    const panel = engine.detect({
      training: cut(0, before),
      visible: cut(before, day),
      forecastEnd: LAST_DAY + DAY_MS - STEP_MS,
      settings,
    });
    if (panel.kind !== 'detected') {
      throw new Error(panel.message);
    }
    const { detection } = replay(engine, { series, settings, span: { start: LAST_DAY, end: LAST_DAY + DAY_MS } });
    expect(detection.incidents).toEqual([]);
    expect(detection.bandUpper).toEqual(panel.detection.bandUpper);
    expect(detection.score).toEqual(panel.detection.score);
  });
});
