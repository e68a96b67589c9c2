import {
  adaptiveScoring,
  detect,
  parseDetectionOptions,
  type Detection,
  type DetectionContext,
  type ObservedRows,
} from 'foreband-detector';
import { edgesAt, type Forecast, type Model } from 'prophet-wasm';

import { zoneClock } from '../calendar/zoneClock.js';
import { spanOfRows, type ExclusionSettings } from '../exclusions/excludedSpans.js';
import type { FittedModel } from '../fit/fittedModel.js';
import { detectionOptions } from './detectionOptions.js';
import type { ScoreSettings } from '../settings/settings.js';
import type { Verbs } from '../verbs.js';

import { leadRows, type SampleRows } from './leadRows.js';

const ANY_WIDTH = 0.95;

/** Parts of a forecast that scoring takes. */
export type ScoredForecast = Pick<Forecast, 'time' | 'yhat' | 'yhatLower' | 'yhatUpper'>;

/** Parts of a fitted model that scoring takes. */
export type Scorable = Pick<FittedModel, 'model' | 'adaptive'>;

/** Rows right before those that are scored, with their forecast: what an adaptive score looks back on. */
export interface Lead extends SampleRows {
  readonly forecast: ScoredForecast;
}

/**
 * A model's forecast as its score takes it: with how much farther samples may lie near what wanders.
 * @param intervalWidth as for the verb.
 */
export function forecastWithEdges(
  verbs: Pick<Verbs, 'forecast'>,
  fitted: FittedModel,
  time: Float64Array,
  intervalWidth: number,
): ScoredForecast & Pick<ObservedRows['forecast'], 'edges'> {
  const forecast = verbs.forecast(fitted, time, intervalWidth);
  return fitted.adaptive === null ? forecast : { ...forecast, edges: edgesAt(fitted.model, { time }) };
}

/**
 * The rows before a time that an adaptive model looks back on, with their forecast; undefined for a classic one.
 * @param sources where their samples are; a later one completes the earlier ones.
 * @param before epoch ms; undefined where nothing is scored.
 */
export function leadBefore(
  verbs: Pick<Verbs, 'forecast'>,
  fitted: FittedModel,
  sources: readonly SampleRows[],
  before: number | undefined,
): Lead | undefined {
  if (fitted.adaptive === null) {
    return undefined;
  }
  const rows = leadRows(sources, before, fitted.adaptive.state.stepMs);
  // No score looks at the interval of an adaptive model.
  return { ...rows, forecast: verbs.forecast(fitted, rows.time, ANY_WIDTH) };
}

function withEdges(model: Model, { time, y, forecast }: Lead): ObservedRows {
  return { time, y, forecast: { ...forecast, edges: edgesAt(model, { time }) } };
}

/**
 * Context that the detector takes of the model behind a forecast.
 * @param lead default none: the first hours are then scored with what is known of them.
 */
export function scoringContext({ model, adaptive }: Scorable, lead?: Lead): DetectionContext {
  const { status } = model.fit;
  const isDegenerate = status === 'constant' || status === 'interpolating';
  const context = { isDegenerate, scale: model.scaling.yScale };
  if (adaptive === null) {
    return context;
  }
  const scoring = adaptiveScoring(adaptive.state, {
    bounds: model.bounds,
    size: model.scaling.yScale,
    localTime: zoneClock(model.options.timeZone),
    ...(lead === undefined ? {} : { lead: withEdges(model, lead) }),
  });
  return { ...context, scoring };
}

/**
 * Scores samples against the forecast of a model, and groups what is anomalous into anomalies and incidents: adaptively with
 * a model that was fitted so, else by the forecast's interval.
 * @param rows one regular grid, on the forecast's own times.
 * @param lead the rows right before, for an adaptive model.
 * @throws RangeError for settings that contradict each other.
 */
export function score(
  { time, y }: SampleRows,
  forecast: ScoredForecast,
  fitted: Scorable,
  settings: ScoreSettings & ExclusionSettings,
  lead?: Lead,
): Detection {
  const options = parseDetectionOptions(detectionOptions(settings, spanOfRows(time)));
  const observed = fitted.adaptive === null ? forecast : { ...forecast, edges: edgesAt(fitted.model, { time }) };
  return detect(time, y, observed, options, scoringContext(fitted, lead));
}
