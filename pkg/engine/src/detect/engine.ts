import { detect, looksLikeCounter, parseDetectionOptions, type Series } from 'foreband-detector';
import {
  loadProphet,
  type Forecast,
  type Model,
  type Prophet,
  type ProphetOptions,
  type TrendInterval,
} from 'prophet-wasm';

import { calibrationFactor, widenInterval } from '../fit/calibrateInterval.js';
import type { DetectedSeries, DetectionJob, DetectionOutcome, NotDetected } from './detectedSeries.js';
import { detectionOptions } from '../settings/detectionOptions.js';
import { fingerprint } from '../fit/fingerprint.js';
import { fitWithoutOutliers } from '../fit/fitWithoutOutliers.js';
import { growthBounds, withUnitsCap } from '../fit/growthBounds.js';
import { forecastAxis, type ForecastAxis } from './forecastAxis.js';
import { chooseHistory, type History } from '../fit/history.js';
import type { LearntModel } from '../fit/learntModel.js';
import { modelFingerprint } from '../fit/modelFingerprint.js';
import { prophetOptions } from '../settings/prophetOptions.js';
import type { ReadyModel } from '../fit/readyModel.js';
import { RecentlyUsed } from '../fit/recentlyUsed.js';
import { modelRemarks } from '../fit/modelRemarks.js';
import { createRollingModel, type RollingBase, type RollingModel } from '../fit/rollingModel.js';
import type { DetectorSettings } from '../settings/settings.js';
import { haveSameForecast } from '../settings/stages.js';

/** Fits, forecasts and detects, remembering fits and forecasts by their content. */
export interface Engine {
  /** What runs the model: WebAssembly, or its JavaScript translation where the page's policy refuses WebAssembly. */
  readonly backend: Prophet['backend'];
  /** Judges one series. Never throws for what the data or the settings may hold: the outcome says what is wrong. */
  detect(job: DetectionJob): DetectionOutcome;
  /** Judges the same readings with other settings. */
  redetect(detected: DetectedSeries, settings: DetectorSettings): DetectionOutcome;
  /** The model of a detection as one that goes on learning where its training, which must be regular, ended. */
  roll(detected: DetectedSeries): RollingModel;
  /**
   * Fits a model to rows with finite values, for studies that fit once and throw away: nothing is remembered.
   * @throws RangeError for settings or rows the model cannot use.
   */
  fit(history: Pick<History, 'time' | 'y'>, settings: DetectorSettings): LearntModel;
  /** A model's forecast for any times, with the interval of this width. */
  forecast(learnt: Omit<LearntModel, 'nLeftOut'>, time: Float64Array, intervalWidth: number): Forecast;
  /** A model's trend for any times, with the interval of this width that future bends leave it. */
  trend(model: Model, time: Float64Array, intervalWidth: number): TrendInterval;
}

const MIN_ROWS = 10;
const MODELS_KEPT = 2000;
const FORECASTS_KEPT = 200;

const isDegenerate = (model: Model) => model.fit.status === 'constant' || model.fit.status === 'interpolating';

function notDetected(kind: NotDetected['kind'], series: Series, message: string): NotDetected {
  return { kind, series, message };
}

const countOf = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function findProblem(job: DetectionJob, history: History): NotDetected | undefined {
  const { training, visible, ready } = job;
  if (history.time.length === 0) {
    return notDetected(
      'noData',
      visible,
      'No data in the training window or the visible range. Check the query and the time range.',
    );
  }
  if (ready !== undefined) {
    return undefined;
  }
  if (looksLikeCounter(training.time.length > 0 ? training : visible)) {
    return notDetected(
      'counter',
      visible,
      'This looks like a raw counter: it only grows. Query its rate instead, for instance rate(metric[$__rate_interval]).',
    );
  }
  if (history.time.length < MIN_ROWS) {
    return notDetected(
      'tooLittleHistory',
      visible,
      `Too little history: ${countOf(history.time.length, 'reading')}, at least ${MIN_ROWS} are needed. Wait for more data or lengthen the training window.`,
    );
  }
  return undefined;
}

function score(rows: ForecastAxis, forecast: Forecast, model: Model, settings: DetectorSettings) {
  return detect(rows.time, rows.y, forecast, parseDetectionOptions(detectionOptions(settings)), {
    isDegenerate: isDegenerate(model),
    scale: model.scaling.yScale,
  });
}

function orMessage(series: Series, judge: () => DetectedSeries): DetectionOutcome {
  try {
    return judge();
  } catch (error) {
    return notDetected('invalid', series, error instanceof Error ? error.message : String(error));
  }
}

/** A model with what distinguishes it from every other. */
interface KeyedModel extends LearntModel {
  readonly key: string;
}

function asItIs({ model, nLeftOut, intervalFactor }: ReadyModel): KeyedModel {
  return { model, nLeftOut, intervalFactor, key: modelFingerprint({ model, intervalFactor }) };
}

type Rows = Pick<History, 'time' | 'y'>;
type Fitted = Pick<LearntModel, 'model' | 'nLeftOut'>;

function forecastOf(
  prophet: Prophet,
  { model, intervalFactor }: Omit<LearntModel, 'nLeftOut'>,
  time: Float64Array,
  intervalWidth: number,
): Forecast {
  return widenInterval(prophet.predict(model, time, { intervalWidth }), intervalFactor);
}

function rollFrom(prophet: Prophet, detected: DetectedSeries): RollingModel {
  const { training, series } = detected;
  const settings = withUnitsCap(detected.settings, training.time.length > 0 ? training : series);
  const { time } = chooseHistory(training, series, settings.exclusions);
  const base: RollingBase = {
    prophet,
    options: prophetOptions(settings, time),
    bounds: growthBounds(settings),
    forecast: (learnt, rows) => forecastOf(prophet, learnt, rows, settings.intervalWidth),
  };
  return createRollingModel(base, detected);
}

/** An engine on a loaded model; `loadEngine` is what the plugin calls. */
export function createEngine(prophet: Prophet): Engine {
  const models = new RecentlyUsed<string, Fitted>(MODELS_KEPT);
  const factors = new RecentlyUsed<string, number>(MODELS_KEPT);
  const forecasts = new RecentlyUsed<string, Forecast>(FORECASTS_KEPT);

  function fit(history: Rows, options: ProphetOptions, settings: DetectorSettings): Fitted {
    const { robustDeviations } = settings;
    const rows = { time: history.time, y: history.y, ...growthBounds(settings) };
    return robustDeviations === null
      ? { model: prophet.fit(rows, options), nLeftOut: 0 }
      : fitWithoutOutliers(prophet, rows, options, robustDeviations);
  }

  function factor(model: Model, rows: Rows, { calibrationShare }: DetectorSettings): number {
    return calibrationShare === null ? 1 : calibrationFactor(prophet, model, rows, calibrationShare);
  }

  function learn(history: History, settings: DetectorSettings): KeyedModel {
    const { robustDeviations, calibrationShare, growthCap, growthFloor } = settings;
    const options = prophetOptions(settings, history.time);
    const how = JSON.stringify([options, robustDeviations, growthCap, growthFloor]);
    const fitKey = `${fingerprint(history.time, history.y)} ${how}`;
    const key = `${fitKey} ${calibrationShare}`;
    const fitted = models.getOrCreate(fitKey, () => fit(history, options, settings));
    const intervalFactor = factors.getOrCreate(key, () => factor(fitted.model, history, settings));
    return { ...fitted, intervalFactor, key };
  }

  function judge(job: DetectionJob, history: History): DetectedSeries {
    const { settings, visible, training, ready } = job;
    const { key, ...learnt } =
      ready === undefined
        ? learn(history, withUnitsCap(settings, training.time.length > 0 ? training : visible))
        : asItIs(ready);
    const start = job.forecastStart ?? visible.time[0] ?? job.forecastEnd;
    const axis = forecastAxis(visible, { start, end: job.forecastEnd }, settings.stepMs);
    const { intervalWidth } = settings;
    const forecast = forecasts.getOrCreate(`${key} ${fingerprint(axis.time)} ${intervalWidth}`, () =>
      forecastOf(prophet, learnt, axis.time, intervalWidth),
    );
    const detection = score(axis, forecast, learnt.model, settings);
    const ofHistory = history.remark === undefined || ready !== undefined ? [] : [history.remark];
    return {
      kind: 'detected',
      series: { ...visible, ...axis },
      forecast,
      detection,
      ...learnt,
      training,
      settings,
      remarks: [...ofHistory, ...modelRemarks(learnt.model)],
      ready,
    };
  }

  function detectSeries(job: DetectionJob): DetectionOutcome {
    const history = chooseHistory(job.training, job.visible, job.settings.exclusions);
    const problem = findProblem(job, history);
    return problem ?? orMessage(job.visible, () => judge(job, history));
  }

  function redetect(detected: DetectedSeries, settings: DetectorSettings): DetectionOutcome {
    const { series, training, forecast, model, ready } = detected;
    if (!haveSameForecast(detected.settings, settings)) {
      return detectSeries({ training, visible: series, forecastEnd: series.time.at(-1) ?? 0, settings, ready });
    }
    return orMessage(series, () => ({
      ...detected,
      settings,
      detection: score(series, forecast, model, settings),
    }));
  }

  return {
    backend: prophet.backend,
    detect: detectSeries,
    redetect,
    roll: (detected) => rollFrom(prophet, detected),
    fit: (history, settings) => {
      const fitted = fit(history, prophetOptions(settings, history.time), settings);
      return { ...fitted, intervalFactor: factor(fitted.model, history, settings) };
    },
    forecast: (learnt, time, intervalWidth) => forecastOf(prophet, learnt, time, intervalWidth),
    trend: (model, time, intervalWidth) => prophet.trendInterval(model, time, { intervalWidth }),
  };
}

let loading: Promise<Engine> | undefined;

async function startEngine(): Promise<Engine> {
  try {
    return createEngine(await loadProphet());
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/** The page's engine, started on first use. A failed start is tried again by the next caller. */
export function loadEngine(): Promise<Engine> {
  loading ??= startEngine();
  return loading;
}
