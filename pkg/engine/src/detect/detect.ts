import type { Series } from 'foreband-detector';
import type { Forecast } from 'prophet-wasm';

import type { FitRows } from '../fit/fit.js';
import type { FittedModel } from '../fit/fittedModel.js';
import { withUnitsCap } from '../fit/growthBounds.js';
import { chooseHistory } from '../fit/history.js';
import { modelRemarks } from '../fit/modelRemarks.js';
import type { Forecastable } from '../forecast/forecast.js';
import { forecastAxis } from '../forecast/forecastAxis.js';
import { score } from '../score/score.js';
import type { DetectorSettings } from '../settings/settings.js';

import type { DetectedSeries, DetectionJob, DetectionOutcome } from './detectedSeries.js';
import { findFitProblem, findScoreProblem } from './findProblem.js';

/** The verbs that cost something, each remembered or not: the composition does not know. */
export interface Verbs {
  /**
   * Fits a model to samples with finite values.
   * @throws RangeError for settings or samples the model cannot use.
   */
  readonly fit: (history: FitRows, settings: DetectorSettings) => FittedModel;
  /** A model's forecast for any times, with the interval of this width (above 0 and below 1). */
  readonly forecast: (fitted: Forecastable, time: Float64Array, intervalWidth: number) => Forecast;
}

function orMessage(series: Series, work: () => DetectionOutcome): DetectionOutcome {
  try {
    return work();
  } catch (error) {
    return { kind: 'invalid', series, message: error instanceof Error ? error.message : String(error) };
  }
}

function scored(verbs: Verbs, job: DetectionJob, fitted: FittedModel, remarks: readonly string[]): DetectedSeries {
  const { settings, visible, training, forecastEnd } = job;
  const start = job.forecastStart ?? visible.time[0] ?? forecastEnd;
  const axis = forecastAxis(visible, { start, end: forecastEnd }, settings.stepMs);
  const forecast = verbs.forecast(fitted, axis.time, settings.intervalWidth);
  return {
    kind: 'detected',
    series: { ...visible, ...axis },
    fitted,
    forecast,
    detection: score(axis, forecast, fitted, settings),
    training,
    settings,
    remarks: [...remarks, ...modelRemarks(fitted.model)],
  };
}

function fitAndScore(verbs: Verbs, job: DetectionJob): DetectionOutcome {
  const { training, visible, settings } = job;
  const history = chooseHistory(training, visible, settings.exclusions);
  const problem = findFitProblem(job, history);
  if (problem !== undefined) {
    return problem;
  }
  return orMessage(visible, () => {
    const fitted = verbs.fit(history, withUnitsCap(settings, training.time.length > 0 ? training : visible));
    return scored(verbs, job, fitted, history.remark === undefined ? [] : [history.remark]);
  });
}

/**
 * Fits where there is no model, forecasts and scores one series. Never throws for what the data or the settings may hold:
 * the outcome says what is wrong.
 */
export function detect(verbs: Verbs, job: DetectionJob): DetectionOutcome {
  const { fitted } = job;
  return fitted === undefined
    ? fitAndScore(verbs, job)
    : (findScoreProblem(job) ?? orMessage(job.visible, () => scored(verbs, job, fitted, [])));
}

/** The same samples and forecast, scored with other settings. */
export function rescore(detected: DetectedSeries, settings: DetectorSettings): DetectionOutcome {
  const { series, forecast, fitted } = detected;
  return orMessage(series, () => ({ ...detected, settings, detection: score(series, forecast, fitted, settings) }));
}
