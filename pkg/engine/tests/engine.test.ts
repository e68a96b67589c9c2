import { simulate, parseScenario, type Series } from 'foreband-detector';
import { loadProphet } from 'prophet-wasm';

import type { DetectedSeries, DetectionOutcome } from '../src/detect/detectedSeries.js';
import { rescore } from '../src/detect/detect.js';
import { createEngine, type Engine } from '../src/engine.js';
import { fit } from '../src/fit/fit.js';
import { fitRows } from '../src/fit/fitRows.js';
import { presets } from '../src/settings/presets.js';
import { defaultSettings } from '../src/settings/settings.js';

const hour = 3_600_000;
const day = 24 * hour;
const midnight = Date.UTC(2026, 4, 20);
const stepMs = defaultSettings.stepMs;
const classic = { ...defaultSettings, method: 'classic' as const };

function cpu(start: number, end: number): Series {
  return simulate(parseScenario(), { start, end, stepMs }).series;
}

function withSpike(series: Series, time: number, value: number): Series {
  return { ...series, y: series.y.map((y, row) => (series.time[row] === time ? value : y)) };
}

function detected(outcome: DetectionOutcome): DetectedSeries {
  if (outcome.kind !== 'detected') {
    throw new Error(`expected a detection, got ${outcome.kind}: ${outcome.message}`);
  }
  return outcome;
}

const training = cpu(midnight - 28 * day, midnight);
const noon = midnight + 12 * hour;
const spikeTime = noon - hour;
const visible = withSpike(cpu(midnight, noon), spikeTime, 1.9);

describe('engine.detect(job)', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine(await loadProphet());
  });

  it('forecasts beyond the last sample and flags what leaves the band', () => {
    const { series, detection, forecast } = detected(
      engine.detect({ training, visible, forecastEnd: noon + 6 * hour, settings: defaultSettings }),
    );
    expect(series.time.at(-1)).toBe(noon + 6 * hour);
    expect(forecast.yhat).toHaveLength(series.time.length);
    const spike = detection.anomalies.find(({ peakTime }) => peakTime === spikeTime);
    expect(spike).toMatchObject({ direction: 'above', severity: 'critical', peakValue: 1.9 });
  });

  it('gives the same scores at every zoom', () => {
    const whole = detected(engine.detect({ training, visible, forecastEnd: noon, settings: defaultSettings }));
    const from = visible.time.length - 36;
    const last3h = { ...visible, time: visible.time.slice(from), y: visible.y.slice(from) };
    const part = detected(
      engine.detect({ training, visible: last3h, lead: visible, forecastEnd: noon, settings: defaultSettings }),
    );
    expect([...part.detection.score]).toEqual([...whole.detection.score.slice(-36)]);
  });

  it('forecasts and fits nothing again when only the threshold changes', () => {
    const first = detected(engine.detect({ training, visible, forecastEnd: noon, settings: defaultSettings }));
    const settings = { ...defaultSettings, thresholdMultiplier: 0.2 };
    const strict = detected(engine.detect({ training, visible, forecastEnd: noon, settings }));
    expect(strict.fitted).toBe(first.fitted);
    expect(strict.forecast).toBe(first.forecast);
    expect(strict.detection.anomalies.length).toBeGreaterThan(first.detection.anomalies.length);
  });

  it('fits once for the same history, whoever asks', () => {
    const job = { training, visible, forecastEnd: noon, settings: defaultSettings };
    const copy = { ...training, time: training.time.slice(), y: training.y.slice() };
    const first = detected(engine.detect(job));
    expect(detected(engine.detect({ ...job, training: copy })).fitted).toBe(first.fitted);
  });

  it('widens the interval without another fit when only its width changes', () => {
    const first = detected(engine.detect({ training, visible, forecastEnd: noon, settings: defaultSettings }));
    const settings = { ...defaultSettings, intervalWidth: 0.99 };
    const wide = detected(engine.detect({ training, visible, forecastEnd: noon, settings }));
    expect(wide.fitted).toBe(first.fitted);
    expect(wide.forecast.yhatUpper[0]).toBeGreaterThan(first.forecast.yhatUpper[0]);
  });

  it('says which seasonality is off, and why, on a short history', () => {
    const week = cpu(midnight - 7 * day, midnight);
    const { remarks } = detected(
      engine.detect({ training: week, visible, forecastEnd: noon, settings: defaultSettings }),
    );
    expect(remarks.join(' ')).toMatch(/No weekly seasonality: the history spans 7 d, less than 14 d/);
  });

  it('forecasts sensibly from one week by the orders meant for four: without the weekly seasonality', () => {
    const week = cpu(midnight - 7 * day, midnight);
    const job = { training: week, visible, forecastEnd: noon + 7 * day, settings: defaultSettings };
    const { forecast, fitted } = detected(engine.detect(job));
    expect(fitted.model.seasonalities.map(({ name, fourierOrder }) => [name, fourierOrder])).toEqual([['daily', 4]]);
    expect(Math.min(...forecast.yhat)).toBeGreaterThan(0);
    expect(Math.max(...forecast.yhat)).toBeLessThan(1);
  });

  it('excludes outliers from the fit, says how many, and leaves the band narrow', () => {
    const spoilt = { ...training, y: training.y.map((y, row) => (row % 200 === 0 ? 3 : y)) };
    const job = { training: spoilt, visible, forecastEnd: noon, settings: classic };
    const robust = detected(engine.detect(job));
    const plain = detected(engine.detect({ ...job, settings: { ...defaultSettings, ...presets.classic } }));
    expect(robust.fitted.nExcluded).toBeGreaterThanOrEqual(41);
    expect(plain.fitted.nExcluded).toBe(0);
    const width = ({ forecast }: DetectedSeries) => forecast.yhatUpper[0] - forecast.yhatLower[0];
    expect(width(robust)).toBeLessThan(0.5 * width(plain));
  });

  it('widens the interval by calibration, without another fit', () => {
    const job = { training, visible, forecastEnd: noon, settings: { ...classic, calibrationShare: null } };
    const plain = detected(engine.detect(job));
    const calibrated = detected(engine.detect({ ...job, settings: { ...classic, calibrationShare: 0.995 } }));
    expect(calibrated.fitted.model).toBe(plain.fitted.model);
    expect(plain.fitted.intervalFactor).toBe(1);
    expect(calibrated.fitted.intervalFactor).toBeGreaterThan(1.1);
    const reach = ({ forecast }: DetectedSeries) => forecast.yhatUpper[0] - forecast.yhat[0];
    expect(reach(calibrated) / reach(plain)).toBeCloseTo(calibrated.fitted.intervalFactor, 10);
  });

  it('lets growth saturate at what the unit allows: a fraction never comes to more than 1', () => {
    const ramp = (time: number) => 0.97 / (1 + Math.exp(-(time - midnight + 14 * day) / (4 * day)));
    const filling = { ...training, y: training.time.map((time, row) => ramp(time) + 0.003 * ((row * 7) % 5)) };
    const job = { training: filling, visible: filling, forecastEnd: midnight + 60 * day };
    const trendAtEnd = (growth: 'linear' | 'logistic') =>
      detected(engine.detect({ ...job, settings: { ...defaultSettings, growth, nChangepoints: 0 } })).forecast.trend.at(
        -1,
      );
    expect(trendAtEnd('linear')).toBeGreaterThan(1.5);
    expect(trendAtEnd('logistic')).toBeLessThan(1);
    expect(trendAtEnd('logistic')).toBeGreaterThan(0.9);
  });

  it('asks for a cap where the unit says none', () => {
    const requests = { ...training, y: training.y.map((y) => 9000 * y) };
    const settings = { ...defaultSettings, growth: 'logistic' as const };
    const job = { training: requests, visible: requests, forecastEnd: noon };
    expect(engine.detect({ ...job, settings })).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('missing growthCap'),
    });
    expect(engine.detect({ ...job, settings: { ...settings, growthCap: 20_000 } }).kind).toBe('detected');
  });

  it('fits swings as shares of a level that grows', () => {
    const grow = (time: number) => 1 + (time - midnight + 28 * day) / (7 * day);
    const wave = (time: number) => 1 + 0.5 * Math.sin((2 * Math.PI * time) / day);
    const swinging = {
      ...training,
      y: training.time.map((time, row) => 100 * grow(time) * wave(time) + ((row * 7) % 5)),
    };
    const job = { training: swinging, visible: swinging, forecastEnd: midnight };
    const noise = (seasonalityMode: 'additive' | 'multiplicative') => {
      const { fitted } = detected(
        engine.detect({ ...job, settings: { ...defaultSettings, weeklySeasonality: 'off', seasonalityMode } }),
      );
      return fitted.model.params.sigmaObs;
    };
    expect(noise('multiplicative')).toBeLessThan(0.2 * noise('additive'));
  });

  it('keeps an hour of the day where the clocks change, in the zone it follows', () => {
    const change = Date.UTC(2026, 2, 29, 1);
    const clockHour = (time: number) => ((time + (time >= change ? 2 : 1) * hour) / hour) % 24;
    const time = Float64Array.from({ length: 28 * 24 }, (_, row) => change + (row - 21 * 24) * hour);
    const y = time.map((at, row) => (clockHour(at) >= 8 && clockHour(at) < 18 ? 0.8 : 0.2) + 0.002 * ((row * 7) % 5));
    const office = { name: 'office', labels: {}, time, y };
    const noise = (timeZone: string) =>
      detected(
        engine.detect({
          training: office,
          visible: office,
          forecastEnd: change,
          settings: { ...defaultSettings, ...presets.classic, stepMs: hour, dailyOrder: 12, timeZone },
        }),
      ).fitted.model.params.sigmaObs;
    expect(noise('Europe/Berlin')).toBeLessThan(0.7 * noise('UTC'));
  });

  it('fits what a holiday is like, expects it the next time, and says of which it knows nothing', () => {
    const calendar = [
      { name: 'closed', day: '2026-05-06' },
      { name: 'closed', day: '2026-05-20' },
      { name: 'fair', day: '2026-05-21' },
    ];
    const closed = Date.UTC(2026, 4, 6);
    const y = training.y.map((value, row) => {
      const time = training.time[row];
      return time >= closed && time < closed + day ? 0.3 * value : value;
    });
    const job = { training: { ...training, y }, visible, forecastEnd: noon };
    const settings = { ...defaultSettings, robustDeviations: null };
    const told = detected(engine.detect({ ...job, settings, calendar }));
    const untold = detected(engine.detect({ ...job, settings }));
    expect(told.forecast.yhat[100]).toBeLessThan(untold.forecast.yhat[100] - 0.1);
    expect(told.forecast.components.closed[100]).toBeLessThan(-0.1);
    expect(told.remarks.join()).toContain('Nothing is known of fair: not within the history.');
    expect(untold.remarks).toEqual([]);
  });

  it('recognizes a raw counter and offers its rate', () => {
    const counter = { ...training, y: training.time.map((time) => (time - training.time[0]) / 1000) };
    const outcome = engine.detect({
      training: counter,
      visible: counter,
      forecastEnd: noon,
      settings: defaultSettings,
    });
    expect(outcome).toMatchObject({ kind: 'counter', message: expect.stringContaining('rate(') });
  });

  it.each<[string, number, string]>([
    ['nothing', 0, 'noData'],
    ['four samples', 4, 'tooLittleHistory'],
  ])('answers %s with a message instead of a band', (_, rows, kind) => {
    const none = { ...visible, time: visible.time.slice(0, rows), y: visible.y.slice(0, rows) };
    const empty = { ...none, time: none.time.slice(0, 0), y: none.y.slice(0, 0) };
    expect(engine.detect({ training: empty, visible: none, forecastEnd: noon, settings: defaultSettings }).kind).toBe(
      kind,
    );
  });

  it('answers contradicting settings with the setting at fault', () => {
    const settings = { ...defaultSettings, limitMin: 1, limitMax: 0 };
    const outcome = engine.detect({ training, visible, forecastEnd: noon, settings });
    expect(outcome).toMatchObject({ kind: 'invalid', message: expect.stringContaining('limits') });
  });

  it.each(['adaptive', 'classic'] as const)('flags only what is well away from a constant history: %s', (method) => {
    const constant = { ...training, y: training.y.map(() => 0.5) };
    const nearly = withSpike({ ...visible, y: visible.y.map(() => 0.5001) }, spikeTime, 0.6);
    const outcome = detected(
      engine.detect({
        training: constant,
        visible: nearly,
        forecastEnd: noon,
        settings: { ...defaultSettings, method },
      }),
    );
    expect(outcome.detection.anomalies.map(({ peakTime }) => peakTime)).toEqual([spikeTime]);
    expect(outcome.remarks[0]).toMatch(/^The history is constant/);
  });

  it.each(['adaptive', 'classic'] as const)(
    'calls a history of 0 and 1 constant only but for what was excluded: %s',
    (method) => {
      const y = training.y.map((_, row) => (row === 100 || row === 700 ? 0 : 1));
      const outcome = detected(
        engine.detect({
          training: { ...training, y },
          visible: { ...visible, y: visible.y.map(() => 1) },
          forecastEnd: noon,
          settings: { ...defaultSettings, method },
        }),
      );
      expect(outcome.fitted.nExcluded).toBe(2);
      expect(outcome.remarks[0]).toMatch(/^But for 2 samples excluded from the fit the history is constant/);
    },
  );
});

describe('rescore(detected, settings)', () => {
  it('gives what a whole detection with these settings gives, with the very same forecast', async () => {
    const engine = createEngine(await loadProphet());
    const job = { training, visible, forecastEnd: noon, settings: defaultSettings };
    const settings = { ...defaultSettings, thresholdMultiplier: 0.5 };
    const first = detected(engine.detect(job));
    const rescored = detected(rescore(first, settings));
    expect(rescored).toEqual(engine.detect({ ...job, settings }));
    expect(rescored.forecast).toBe(first.forecast);
  });

  it('answers contradicting settings with the setting at fault', async () => {
    const engine = createEngine(await loadProphet());
    const first = detected(engine.detect({ training, visible, forecastEnd: noon, settings: defaultSettings }));
    expect(rescore(first, { ...defaultSettings, limitMin: 1, limitMax: 0 })).toMatchObject({ kind: 'invalid' });
  });
});

describe('engine.fit(history, settings)', () => {
  it('gives a model that says what it was fitted to, when, and how', async () => {
    const engine = createEngine(await loadProphet(), () => noon);
    const { fitted } = detected(engine.detect({ training, visible, forecastEnd: noon, settings: defaultSettings }));
    expect(fitted).toMatchObject({
      origin: 'fitted',
      created: noon,
      training: {
        start: training.time[0],
        end: training.time.at(-1),
        nSamples: training.y.filter(Number.isFinite).length,
      },
      settings: { stepMs, calibrationShare: defaultSettings.calibrationShare },
      evaluation: null,
    });
  });

  it('fits what the verb fits that remembers nothing, to the bit', async () => {
    const prophet = await loadProphet();
    const rows = fitRows(training, defaultSettings);
    const remembered = createEngine(prophet, () => noon).fit(rows, defaultSettings);
    expect(remembered).toEqual({
      ...fit(prophet, rows, defaultSettings, noon),
      settings: remembered.settings,
    });
  });
});
