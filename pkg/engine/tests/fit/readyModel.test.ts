import { parseScenario, simulate, type Series } from 'foreband-detector';
import { loadProphet, type Prophet } from 'prophet-wasm';

import type { DetectedSeries, DetectionOutcome } from '../../src/detect/detectedSeries.js';
import { createEngine } from '../../src/detect/engine.js';
import { modelFingerprint } from '../../src/fit/modelFingerprint.js';
import type { ReadyModel } from '../../src/fit/readyModel.js';
import { defaultSettings } from '../../src/settings/settings.js';

const DAY = 86_400_000;
const midnight = Date.UTC(2026, 4, 20);

function cpu(start: number, end: number): Series {
  return simulate(parseScenario(), { start, end, stepMs: defaultSettings.stepMs }).series;
}

function detected(outcome: DetectionOutcome): DetectedSeries {
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

describe('a job with a ready model', () => {
  const training = cpu(midnight - 21 * DAY, midnight);
  const visible = cpu(midnight, midnight + DAY);
  const job = { training, visible, forecastEnd: midnight + DAY, settings: defaultSettings };
  let prophet: Prophet;
  let first: DetectedSeries;
  let ready: ReadyModel;

  beforeAll(async () => {
    prophet = await loadProphet();
    first = detected(createEngine(prophet).detect(job));
    const { model, nLeftOut, intervalFactor } = first;
    ready = { model, nLeftOut, intervalFactor, origin: 'pinned', created: midnight };
  });

  it('is judged without a fit, to the same band', () => {
    const fit = jest.fn(prophet.fit);
    const again = detected(createEngine({ ...prophet, fit }).detect({ ...job, ready }));
    expect(fit).not.toHaveBeenCalled();
    expect(again.ready).toBe(ready);
    expect(again.detection).toEqual(first.detection);
    expect(modelFingerprint(again)).toBe(modelFingerprint(first));
  });

  it('needs no history at all', () => {
    const none = { ...training, time: new Float64Array(), y: new Float64Array() };
    const few = { ...visible, time: visible.time.slice(0, 3), y: visible.y.slice(0, 3) };
    const engine = createEngine(prophet);
    expect(engine.detect({ ...job, training: none, visible: few, ready }).kind).toBe('detected');
    expect(engine.detect({ ...job, training: none, visible: none, ready }).kind).toBe('noData');
  });

  it('keeps its model when the interval changes', () => {
    const engine = createEngine(prophet);
    const wider = detected(
      engine.redetect(detected(engine.detect({ ...job, ready })), { ...defaultSettings, intervalWidth: 0.99 }),
    );
    expect(wider.model).toBe(ready.model);
    expect(wider.forecast.yhatUpper[0]).toBeGreaterThan(first.forecast.yhatUpper[0]);
  });

  it('has another fingerprint once anything of its forecast differs', () => {
    const { params } = ready.model;
    const shifted = { ...ready.model, params: { ...params, m: params.m + 1e-12 } };
    expect(modelFingerprint({ ...ready, model: shifted })).not.toBe(modelFingerprint(ready));
    expect(modelFingerprint({ ...ready, intervalFactor: 1.5 })).not.toBe(modelFingerprint(ready));
  });
});
