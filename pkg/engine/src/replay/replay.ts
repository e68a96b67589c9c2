import {
  classicScoring,
  detect,
  joinColumns,
  joinScoredRows,
  parseDetectionOptions,
  scoringOf,
  type Detection,
  type DetectionOptions,
  type Forecast,
  type ScoredRows,
  type Series,
  type TimeSpan,
} from 'foreband-detector';

import type { DatedSettings } from '../calendar/calendar.js';
import type { Verbs } from '../verbs.js';
import { spanOfRows } from '../exclusions/excludedSpans.js';
import type { FittedModel } from '../fit/fittedModel.js';
import { fitRows, MIN_SAMPLES } from '../fit/fitRows.js';
import { scorableOn } from '../score/scorableOn.js';
import { forecastWithEdges, leadBefore, scoringContext, type ScoredForecast } from '../score/score.js';
import { firstRowFrom } from '../series/rowAt.js';
import { rowsBetween } from '../series/trainingRows.js';
import { detectionOptions } from '../score/detectionOptions.js';
import type { DetectorSettings } from '../settings/settings.js';

import { replayCuts } from './replayCuts.js';

/** A series to be replayed, with the settings to fit and score it with. */
export interface ReplaySubject extends DatedSettings {
  /** Every sample there is, on one step, gaps as NaN. */
  readonly series: Series;
  /** The rows to score, epoch ms, bounds included; those before are fitted only. */
  readonly span: TimeSpan;
}

/** A stretch between two midnights with the model that was there. */
export interface ReplayedPart {
  readonly span: TimeSpan;
  /** Undefined where there were too few samples to fit. */
  readonly fitted: FittedModel | undefined;
  readonly forecast: Forecast;
  readonly scored: ScoredRows;
}

/** A series scored day by day, each row with what was known before its day. */
export interface Replay {
  /** The rows that were scored: epoch ms, and NaN where there is no sample. */
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly forecast: Forecast;
  /** Anomalies that would have been found, and incidents that would have paged, then. */
  readonly detection: Detection;
}

function nothing(time: Float64Array): ScoredForecast {
  const unknown = new Float64Array(time.length).fill(NaN);
  return { time, yhat: unknown, yhatLower: unknown, yhatUpper: unknown };
}

function replayPart(
  verbs: Verbs,
  subject: ReplaySubject,
  options: DetectionOptions,
  [cut, end]: readonly [number, number],
): ReplayedPart {
  const { series, settings, span, calendar } = subject;
  const [from, to] = [firstRowFrom(series.time, Math.max(cut, span.start)), firstRowFrom(series.time, end)];
  const [time, y] = [series.time.subarray(from, to), series.y.subarray(from, to)];
  const training = fitRows(rowsBetween(series, cut - settings.trainingWindowMs, cut - 1), settings, calendar);
  if (training.time.length < MIN_SAMPLES) {
    const [fitted, forecast] = [undefined, nothing(time)];
    return { span: { start: cut, end }, fitted, forecast, scored: classicScoring(1)({ time, y, forecast }, options) };
  }
  const fitted = scorableOn(verbs.fit(training, settings), time, settings);
  const forecast = forecastWithEdges(verbs, fitted, time, settings.intervalWidth);
  const scoring = scoringOf(scoringContext(fitted, leadBefore(verbs, fitted, [series], time[0])));
  return { span: { start: cut, end }, fitted, forecast, scored: scoring({ time, y, forecast }, options) };
}

/**
 * Goes through a series day by day: at each midnight (UTC; every six hours in its first three days) a model is fitted to the
 * training window before, and the rows up to the next are scored with it. Each part is worked out when it is taken.
 * @throws RangeError for settings the model cannot use.
 */
export function* replayParts(verbs: Verbs, subject: ReplaySubject): Generator<ReplayedPart> {
  const options = parseDetectionOptions(detectionOptions(subject.settings, subject.span));
  for (const bounds of replayCuts(subject.series, subject.span)) {
    yield replayPart(verbs, subject, options, bounds);
  }
}

/**
 * Puts the parts of a replay together, or those there are so far: incidents go on over midnight.
 * @throws RangeError for settings that contradict each other.
 */
export function joinReplay(parts: readonly ReplayedPart[], settings: DetectorSettings): Replay {
  const rows = joinScoredRows(parts.map(({ scored }) => scored));
  const column = (name: 'yhat' | 'yhatLower' | 'yhatUpper') => joinColumns(parts.map(({ forecast }) => forecast[name]));
  const forecast = {
    time: rows.time,
    yhat: column('yhat'),
    yhatLower: column('yhatLower'),
    yhatUpper: column('yhatUpper'),
  };
  const options = parseDetectionOptions(detectionOptions(settings, spanOfRows(rows.time)));
  const context = { isDegenerate: false, scale: 1, scoring: () => rows };
  return { time: rows.time, y: rows.y, forecast, detection: detect(rows.time, rows.y, forecast, options, context) };
}

/**
 * Replays a series at once.
 * @throws RangeError for settings the model cannot use.
 */
export function replay(verbs: Verbs, subject: ReplaySubject): Replay {
  return joinReplay([...replayParts(verbs, subject)], subject.settings);
}
