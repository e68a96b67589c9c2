import { parseScenario, simulate, type Series } from 'foreband-detector';
import { loadProphet, type Prophet } from 'prophet-wasm';

import type { DetectedSeries, DetectionOutcome } from '../../src/detect/detectedSeries.js';
import { createEngine } from '../../src/engine.js';
import { isStored, type FittedModel, type ModelOrigin } from '../../src/fit/fittedModel.js';
import { modelFingerprint } from '../../src/fit/modelFingerprint.js';
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

describe('a job with a fitted model', () => {
  const training = cpu(midnight - 21 * DAY, midnight);
  const visible = cpu(midnight, midnight + DAY);
  const job = { training, visible, forecastEnd: midnight + DAY, settings: defaultSettings };
  let prophet: Prophet;
  let first: DetectedSeries;
  let fitted: FittedModel;

  beforeAll(async () => {
    prophet = await loadProphet();
    first = detected(createEngine(prophet).detect(job));
    fitted = { ...first.fitted, origin: 'pinned' };
  });

  it('is scored without a fit, to the same band', () => {
    const fit = jest.fn(prophet.fit);
    const again = detected(createEngine({ ...prophet, fit }).detect({ ...job, fitted }));
    expect(fit).not.toHaveBeenCalled();
    expect(again.fitted).toBe(fitted);
    expect(again.detection).toEqual(first.detection);
  });

  it('needs no history at all', () => {
    const none = { ...training, time: new Float64Array(), y: new Float64Array() };
    const few = { ...visible, time: visible.time.slice(0, 3), y: visible.y.slice(0, 3) };
    const engine = createEngine(prophet);
    expect(engine.detect({ ...job, training: none, visible: few, fitted }).kind).toBe('detected');
    expect(engine.detect({ ...job, training: none, visible: none, fitted }).kind).toBe('noData');
  });

  it('is scored with its model when the interval changes', () => {
    const settings = { ...defaultSettings, intervalWidth: 0.99 };
    const wider = detected(createEngine(prophet).detect({ ...job, fitted, settings }));
    expect(wider.fitted).toBe(fitted);
    expect(wider.forecast.yhatUpper[0]).toBeGreaterThan(first.forecast.yhatUpper[0]);
  });
});

describe('modelFingerprint(fitted)', () => {
  it('differs once anything of the forecast differs, and is the model’s key', async () => {
    const training = cpu(midnight - 21 * DAY, midnight);
    const job = { training, visible: training, forecastEnd: midnight, settings: defaultSettings };
    const { fitted } = detected(createEngine(await loadProphet()).detect(job));
    const { params } = fitted.model;
    const shifted = { ...fitted.model, params: { ...params, m: params.m + 1e-12 } };
    expect(modelFingerprint(fitted)).toBe(fitted.key);
    expect(modelFingerprint({ ...fitted, model: shifted })).not.toBe(fitted.key);
    expect(modelFingerprint({ ...fitted, intervalFactor: 1.5 })).not.toBe(fitted.key);
  });
});

describe('isStored(fitted)', () => {
  it.each<[ModelOrigin, boolean]>([
    ['fitted', false],
    ['carried', false],
    ['pinned', true],
    ['cached', true],
    ['opened', true],
  ])('with a model that is %s is %s', (origin, stored) => {
    expect(isStored({ origin })).toBe(stored);
  });
});
