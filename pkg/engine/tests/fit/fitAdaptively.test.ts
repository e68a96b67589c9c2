import { listRecurring, loadProphet, stepSizes } from 'prophet-wasm';

import type { DetectedSeries, DetectionOutcome } from '../../src/detect/detectedSeries.js';
import { createEngine, type Engine } from '../../src/engine.js';
import { parseSavedModel } from '../../src/models/format/parseSavedModel.js';
import { saveModel } from '../../src/models/format/saveModel.js';
import { serializeSavedModel } from '../../src/models/format/serializeSavedModel.js';
import { parseSettings, type PartialSettings } from '../../src/settings/parseSettings.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEP = 10 * MINUTE;
const END = Date.UTC(2026, 4, 29);
const START = END - 28 * DAY;

/** Four weeks and the day after them: the shape of a day, some noise, a job at 02:00, and more where it is asked for. */
function series(more: (time: number) => number = () => 0) {
  const time = Float64Array.from({ length: 29 * 144 }, (_, row) => START + row * STEP);
  const y = time.map((at, row) => {
    const job = at % DAY >= 2 * HOUR && at % DAY < 2.5 * HOUR ? 25 : 0;
    const noise = Math.sin(row * row) + Math.cos(7 * row);
    return 50 + 10 * Math.sin((2 * Math.PI * at) / DAY) + noise + job + more(at);
  });
  const part = (from: number, to?: number) => ({
    name: 'web',
    labels: {},
    time: time.subarray(from, to),
    y: y.subarray(from, to),
  });
  return { training: part(0, 28 * 144), visible: part(28 * 144) };
}

function detected(outcome: DetectionOutcome): DetectedSeries {
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

describe('engine.detect(job), adaptively', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine(await loadProphet());
  });
  const run = (samples: ReturnType<typeof series>, given: PartialSettings = {}) =>
    detected(
      engine.detect({ ...samples, forecastEnd: END + DAY, settings: parseSettings({ stepMs: STEP, ...given }) }),
    );

  it('knows a nightly job by its time, and does not take it for an anomaly', () => {
    const { fitted, detection } = run(series());
    expect(listRecurring(fitted.model)).toMatchObject([
      { weekdays: [1, 2, 3, 4, 5, 6, 7], startMs: 2 * HOUR, endMs: 2.5 * HOUR },
    ]);
    expect(listRecurring(fitted.model)[0].change).toBeGreaterThan(15);
    expect(detection.incidents).toEqual([]);
  });

  it('finds a job that was skipped', () => {
    const missing = (time: number) => (time >= END + 2 * HOUR && time < END + 2.5 * HOUR ? -25 : 0);
    expect(run(series(missing)).detection.incidents).toMatchObject([{ start: END + 2 * HOUR, direction: 'below' }]);
  });

  it('excludes a past incident from the fit, and is not blinded by it', () => {
    const begin = START + 14 * DAY + 8 * HOUR;
    const outage = (time: number) => (time >= begin && time < begin + 17 * HOUR ? 40 : 0);
    const spike = (time: number) => (time === END + 12 * HOUR ? 30 : 0);
    const { fitted, detection } = run(series((time) => outage(time) + spike(time)));
    expect(fitted.adaptive?.blocks).toHaveLength(1);
    expect(Math.abs((fitted.adaptive?.blocks[0].start ?? 0) - begin)).toBeLessThanOrEqual(2 * HOUR);
    expect(detection.incidents).toMatchObject([{ start: END + 12 * HOUR, branch: 'spike', severity: 'critical' }]);
  });

  it('takes a lasting change of level for a step', () => {
    const deploy = START + 14 * DAY + 10 * HOUR;
    const { fitted, detection } = run(series((time) => (time >= deploy ? 20 : 0)));
    const [step] = stepSizes(fitted.model);
    expect(step.size).toBeCloseTo(20, 0);
    expect(Math.abs(step.time - deploy)).toBeLessThanOrEqual(HOUR);
    expect(detection.incidents).toEqual([]);
  });

  it('keeps forecast and band within the bounds that the samples keep', () => {
    const nearNothing = series((time) => -47 - 10 * Math.sin((2 * Math.PI * time) / DAY));
    const lowest = (bounds: 'auto' | 'off') => Math.min(...run(nearNothing, { bounds }).detection.bandLower);
    expect(lowest('auto')).toBe(0);
    expect(lowest('off')).toBeLessThan(-1);
  });

  it('scores with a saved model as with the one that was saved, its state included', () => {
    const samples = series((time) => (time === END + 12 * HOUR ? 30 : 0));
    const first = run(samples);
    const saved = parseSavedModel(serializeSavedModel(saveModel(engine, first, { unit: null, now: END })));
    const again = detected(
      engine.detect({ ...samples, forecastEnd: END + DAY, settings: first.settings, fitted: saved }),
    );
    expect(saved.key).toBe(first.fitted.key);
    expect([...again.detection.score]).toEqual([...first.detection.score]);
  });

  it('scores classically, and says why, where the step does not divide a day', () => {
    const { training, visible } = series();
    const settings = parseSettings({ stepMs: 7 * MINUTE });
    const every7 = (part: typeof training) => ({
      ...part,
      time: part.time.map((time) => START + (time - START) * 0.7),
    });
    const job = { training: every7(training), visible: every7(visible), forecastEnd: END, settings };
    const { fitted, remarks } = detected(engine.detect(job));
    expect(fitted.adaptive).toBeNull();
    expect(remarks.join(' ')).toContain('7 min does not, so the classic score is used');
  });
});
