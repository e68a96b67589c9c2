import { parseScenario, simulate, type Series } from 'foreband-detector';
import { loadProphet } from 'prophet-wasm';

import type { DetectedSeries } from '../../src/detect/detectedSeries.js';
import { createEngine, type Engine } from '../../src/engine.js';
import { presets } from '../../src/settings/presets.js';
import { defaultSettings, type DetectorSettings } from '../../src/settings/settings.js';

const day = 86_400_000;
const midnight = Date.UTC(2026, 4, 20);
const { stepMs } = defaultSettings;
const classic: DetectorSettings = { ...defaultSettings, ...presets.classic };

const wave = (time: number) => 0.4 + 0.2 * Math.sin((2 * Math.PI * time) / day) + (((time / stepMs) * 7919) % 13) / 500;

function series(start: number, end: number, valueAt = wave): Series {
  const time = Float64Array.from({ length: Math.round((end - start) / stepMs) + 1 }, (_, row) => start + row * stepMs);
  return { name: 'a', labels: {}, time, y: time.map(valueAt) };
}

describe('engine.roll(detected)', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine(await loadProphet());
  });

  function detect(training: Series, visible: Series, settings: DetectorSettings): DetectedSeries {
    const outcome = engine.detect({ training, visible, forecastEnd: visible.time.at(-1) ?? 0, settings });
    if (outcome.kind !== 'detected') {
      throw new Error(outcome.message);
    }
    return outcome;
  }

  const today = series(midnight + stepMs, midnight + day / 4);
  const training = series(midnight - 14 * day, midnight);
  const ahead = series(midnight + day / 4, midnight + day / 2).time;

  it('forecasts as the detection did while nothing was appended', () => {
    const detected = detect(training, today, defaultSettings);
    const model = engine.roll(detected);
    expect(model.next).toBe(midnight + stepMs);
    expect(model.forecast(today.time).yhat).toEqual(detected.forecast.yhat);
    expect(model.forecast(today.time).yhatUpper).toEqual(detected.forecast.yhatUpper);
  });

  it('forecasts, once samples were appended, as a model of the window that has moved on', () => {
    const detected = detect(training, today, classic);
    const model = engine.roll(detected);
    model.append({ y: today.y, yhat: detected.forecast.yhat });
    expect(model.next).toBe(midnight + day / 4 + stepMs);
    const moved = detect(
      series(midnight - 14 * day + day / 4, midnight + day / 4),
      series(ahead[0], ahead[5]),
      classic,
    );
    const expected = engine.forecast(moved.fitted, ahead, classic.intervalWidth);
    const rolled = model.forecast(ahead);
    rolled.yhat.forEach((yhat, row) => expect(yhat).toBeCloseTo(expected.yhat[row], 5));
    rolled.yhatUpper.forEach((upper, row) => expect(upper).toBeCloseTo(expected.yhatUpper[row], 5));
  });

  it('excludes what is farther off than all it was fitted to, but with the classic preset fits that too', () => {
    const shifted = { ...today, y: today.y.map((y) => y + 0.5) };
    const rise = (settings: DetectorSettings) => {
      const detected = detect(training, shifted, settings);
      const model = engine.roll(detected);
      model.append({ y: shifted.y, yhat: detected.forecast.yhat });
      return model.forecast(ahead).yhat[0] - engine.forecast(detected.fitted, ahead, 0.95).yhat[0];
    };
    expect(Math.abs(rise(defaultSettings))).toBeLessThan(0.002);
    expect(rise(classic)).toBeGreaterThan(0.005);
  });

  it('fits no excluded stretches and missing samples', () => {
    const settings = { ...classic, exclusions: [{ start: midnight, end: midnight + day / 4 }] };
    const wild = { ...today, y: today.y.map((y, row) => (row === 3 ? NaN : y + 5)) };
    const detected = detect(training, wild, settings);
    const model = engine.roll(detected);
    model.append({ y: wild.y, yhat: detected.forecast.yhat });
    expect(model.forecast(ahead).yhat[0]).toBeCloseTo(engine.forecast(detected.fitted, ahead, 0.95).yhat[0], 2);
  });

  it('goes on after gaps in the window', () => {
    const { series: full } = simulate(parseScenario(), { start: midnight - 14 * day, end: midnight, stepMs });
    const holes = { ...full, y: full.y.map((y, row) => (row % 97 === 0 ? NaN : y)) };
    const detected = detect(holes, today, defaultSettings);
    const model = engine.roll(detected);
    model.append({ y: today.y, yhat: detected.forecast.yhat });
    expect(model.forecast(ahead).yhat.every(Number.isFinite)).toBe(true);
  });
});
