import { parseScenario, simulate } from 'foreband-detector';
import { loadProphet } from 'prophet-wasm';

import { createEngine, type Engine } from '../../src/engine.js';
import { fitRows } from '../../src/fit/fitRows.js';
import { modelComponents } from '../../src/forecast/modelComponents.js';
import { defaultSettings } from '../../src/settings/settings.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEP = 600_000;
/** A Monday. */
const START = Date.UTC(2026, 4, 4);

describe('modelComponents', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine(await loadProphet());
  });

  function components(nDays: number) {
    const scenario = parseScenario({ nAnomaliesPerWeek: 0, burstChance: 0 });
    const { series } = simulate(scenario, { start: START, end: START + nDays * DAY - STEP, stepMs: STEP });
    const fitted = engine.fit(fitRows(series, defaultSettings), defaultSettings);
    return { fitted, series, ...modelComponents(engine, fitted, 0.95, START) };
  }

  it('gives one cycle of every seasonality, beginning where the week begins', () => {
    const { seasonalities } = components(21);
    expect(seasonalities.map(({ name }) => name).sort()).toEqual(['daily', 'weekly']);
    for (const { time, value, periodMs } of seasonalities) {
      expect([time[0], time[time.length - 1]]).toEqual([START, START + periodMs]);
      expect(value[value.length - 1]).toBeCloseTo(value[0], 10);
    }
  });

  it('adds up to the forecast', () => {
    const { fitted, seasonalities, trend } = components(21);
    const row = 30;
    const at = trend.time[row];
    const { yhat, components: parts } = engine.forecast(fitted, Float64Array.of(at), 0.95);
    const added = seasonalities.reduce((sum, { name }) => sum + parts[name][0], trend.value[row]);
    expect(added).toBeCloseTo(yhat[0], 10);
  });

  it('lets the trend go on beyond the history', () => {
    const { trend } = components(20);
    expect(trend.historyEnd).toBe(START + 20 * DAY - STEP);
    expect(trend.time[trend.time.length - 1]).toBeCloseTo(trend.historyEnd + 0.2 * (20 * DAY - STEP), -1);
  });

  it('is sure of the trend within the history, and less and less beyond it', () => {
    const { trend } = components(20);
    const reach = trend.upper.map((upper, row) => upper - trend.lower[row]);
    const firstBeyond = trend.time.findIndex((time) => time > trend.historyEnd);
    expect(Math.max(...reach.subarray(0, firstBeyond))).toBeLessThan(1e-9);
    expect(reach[reach.length - 1]).toBeGreaterThan(reach[firstBeyond + 5]);
  });

  it('names the changepoints at which a level that jumps makes the trend bend', () => {
    const time = Float64Array.from({ length: 10 * 144 }, (_, row) => START + row * STEP);
    const y = time.map(
      (at, row) => (at < START + 5 * DAY ? 1 : 1 + (at - START - 5 * DAY) / DAY) + 0.01 * ((row * 7) % 5),
    );
    const fitted = engine.fit({ time, y, unit: 'other' }, defaultSettings);
    const { trend } = modelComponents(engine, fitted, 0.95, START);
    expect(trend.bends.length).toBeGreaterThan(0);
    expect(trend.bends.some((at) => Math.abs(at - START - 5 * DAY) < DAY)).toBe(true);
  });
});
