import type { Series } from 'foreband-detector';

import { adaptiveProblem, IRREGULAR } from '../fit/fit.js';
import type { FittedModel } from '../fit/fittedModel.js';
import { chooseHistory } from '../fit/history.js';
import { modelRemarks } from '../fit/modelRemarks.js';
import { forecastAxis } from '../forecast/forecastAxis.js';
import { scorableOn } from '../score/scorableOn.js';
import { leadBefore, score } from '../score/score.js';
import type { DetectorSettings } from '../settings/settings.js';
import type { Verbs } from '../verbs.js';

import type { DetectedSeries, DetectionJob, DetectionOutcome } from './detectedSeries.js';
import { findFitProblem, findScoreProblem } from './findProblem.js';

function orMessage(series: Series, work: () => DetectionOutcome): DetectionOutcome {
  try {
    return work();
  } catch (error) {
    return { kind: 'invalid', series, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Remarks where an adaptive score was asked for and cannot be had. */
function methodRemarks({ settings }: DetectionJob, given: FittedModel, time: Float64Array): readonly string[] {
  if (settings.method === 'classic') {
    return [];
  }
  if (given.adaptive !== null && given.adaptive.state.stepMs !== settings.stepMs) {
    return ['The model was fitted on another step, so the classic score is used. Refit it, or choose its step.'];
  }
  if (given.adaptive === null && given.settings.method === 'classic') {
    return ['This model was saved for the classic score, and is scored by it. Refit it to have it scored adaptively.'];
  }
  return [adaptiveProblem(time, settings.stepMs) ?? IRREGULAR];
}

function scored(verbs: Verbs, job: DetectionJob, given: FittedModel, remarks: readonly string[]): DetectedSeries {
  const { settings, calendar, visible, training, forecastEnd } = job;
  const start = job.forecastStart ?? visible.time[0] ?? forecastEnd;
  const axis = forecastAxis(visible, { start, end: forecastEnd }, settings.stepMs);
  const fitted = scorableOn(given, axis.time, settings);
  const forecast = verbs.forecast(fitted, axis.time, settings.intervalWidth);
  // A server that refuses part of the hours before may have answered for them with the training.
  const lead = leadBefore(verbs, fitted, job.lead === undefined ? [training] : [training, job.lead], axis.time.at(0));
  return {
    kind: 'detected',
    series: { ...visible, ...axis },
    fitted,
    forecast,
    lead,
    detection: score(axis, forecast, fitted, settings, lead),
    training,
    settings,
    calendar,
    remarks: [
      ...remarks,
      ...(fitted.adaptive === null ? methodRemarks(job, given, axis.time) : []),
      ...modelRemarks(fitted),
    ],
  };
}

function fitAndScore(verbs: Verbs, job: DetectionJob): DetectionOutcome {
  const { training, visible, settings, calendar, uncounted } = job;
  const history = chooseHistory(training, visible, settings, calendar);
  const problem = findFitProblem(job, history);
  if (problem !== undefined) {
    return problem;
  }
  return orMessage(visible, () => {
    const { remark, ...rows } = history;
    return scored(verbs, job, verbs.fit({ ...rows, uncounted }, settings), remark === undefined ? [] : [remark]);
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
  const { series, forecast, fitted, lead } = detected;
  return orMessage(series, () => ({
    ...detected,
    settings,
    detection: score(series, forecast, fitted, settings, lead),
  }));
}
