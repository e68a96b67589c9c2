import { loadProphet } from 'prophet-wasm';

import { createEngine, type Engine } from '../../src/engine.js';
import { replay } from '../../src/replay/replay.js';
import { parseSettings } from '../../src/settings/parseSettings.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEP = 10 * MINUTE;
const START = Date.UTC(2026, 4, 1);
const settings = parseSettings({ stepMs: STEP, trainingWindowMs: 7 * DAY });

/** Usage with the shape of a day, and more of it at the given times. */
function usage(nDays: number, more: (time: number) => number = () => 0) {
  const time = Float64Array.from({ length: nDays * 144 }, (_, row) => START + row * STEP);
  const y = time.map(
    (at, row) => 50 + 10 * Math.sin((2 * Math.PI * at) / DAY) + Math.sin(row * row) + Math.cos(7 * row) + more(at),
  );
  return { name: 'web', labels: {}, time, y };
}

describe('replay(verbs, { series, settings, span })', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine(await loadProphet());
  });

  it('scores each day as a panel does that day, with the model of its midnight', () => {
    const series = usage(10, (time) => (time === START + 9 * DAY + 15 * HOUR ? 60 : 0));
    const whole = replay(engine, { series, settings, span: { start: START + 8 * DAY, end: START + 10 * DAY } });
    const cut = 9 * 144;
    const day = { ...series, time: series.time.subarray(cut), y: series.y.subarray(cut) };
    const training = { ...series, time: series.time.subarray(2 * 144, cut), y: series.y.subarray(2 * 144, cut) };
    const panel = engine.detect({ training, visible: day, forecastEnd: day.time[143], settings });
    if (panel.kind !== 'detected') {
      throw new Error(panel.message);
    }
    expect([...whole.time]).toEqual([...series.time.subarray(8 * 144)]);
    expect([...whole.detection.score.subarray(144)]).toEqual([...panel.detection.score]);
    expect(whole.detection.incidents).toMatchObject([{ start: START + 9 * DAY + 15 * HOUR, severity: 'critical' }]);
  });

  it('lets an incident go on over midnight, as one', () => {
    const begin = START + 8 * DAY + 23 * HOUR;
    const series = usage(10, (time) => (time >= begin && time < begin + 2 * HOUR ? 40 : 0));
    const { detection } = replay(engine, { series, settings, span: { start: START + 8 * DAY, end: START + 10 * DAY } });
    expect(detection.incidents).toHaveLength(1);
    expect(detection.incidents[0].start).toBe(begin);
    expect(detection.incidents[0].end).toBeGreaterThanOrEqual(begin + 2 * HOUR - STEP);
  });

  it('scores nothing while there are too few samples to fit, and is learning for a day', () => {
    const series = usage(2);
    const { detection } = replay(engine, { series, settings, span: { start: START, end: START + 2 * DAY } });
    expect([...detection.score.subarray(0, 36)].every(Number.isNaN)).toBe(true);
    expect([...detection.score.subarray(36, 144)].every((score) => score === 0)).toBe(true);
    expect(detection.learningUntil).toBeGreaterThanOrEqual(START + DAY);
  });

  it('takes rounding around a constant for nothing by the classic score either', () => {
    const series = usage(10);
    const y = series.time.map((_, row) => 50 + (row % 144 === 7 && row > 8 * 144 ? 1e-9 : 0));
    const span = { start: START + 8 * DAY, end: START + 10 * DAY };
    const classic = parseSettings({ stepMs: STEP, trainingWindowMs: 7 * DAY, method: 'classic' });
    expect(replay(engine, { series: { ...series, y }, settings: classic, span }).detection.incidents).toEqual([]);
  });
});
