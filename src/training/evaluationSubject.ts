import type { Field } from '@grafana/data';
import type { Series } from 'foreband-detector';

import {
  type DetectionJob,
  type DetectorSettings,
  type EvaluationSubject,
  firstRowFrom,
  type MarkedTruth,
  replaceSpan,
} from 'foreband-engine';

import type { PlannedJob } from './detectionJobs';

function untilLastSample(series: Series): Series {
  let length = series.time.length;
  while (length > 0 && !Number.isFinite(series.y[length - 1])) {
    length--;
  }
  return { ...series, time: series.time.subarray(0, length), y: series.y.subarray(0, length) };
}

/** Everything there is of a series: the training window and the visible samples after it. */
export function trainingAndVisible({ job }: { readonly job: Pick<DetectionJob, 'training' | 'visible'> }): Series {
  const visible = untilLastSample(job.visible);
  const [start] = visible.time;
  const end = visible.time.at(-1);
  return start === undefined || end === undefined
    ? untilLastSample(job.training)
    : replaceSpan(job.training, visible, { start, end });
}

const DAY_MS = 86_400_000;
const MIN_DAYS = 2;

/**
 * The samples until the last midnight (UTC), so that an evaluation with planted anomalies is the same at every load of a
 * day; all of them where fewer than two days would be left.
 */
export function untilMidnight(series: Series): Series {
  const { time, y } = series;
  const midnight = Math.floor((time.at(-1) ?? 0) / DAY_MS) * DAY_MS;
  const length = firstRowFrom(time, midnight);
  return midnight - time[0] < MIN_DAYS * DAY_MS
    ? series
    : { ...series, time: time.subarray(0, length), y: y.subarray(0, length) };
}

/** The least and the greatest value a field's config allows, for planted anomalies to stay within. */
function boundsOf({ config }: Field): EvaluationSubject['bounds'] {
  const { min, max } = config;
  return min === undefined && max === undefined ? undefined : { lower: min ?? -Infinity, upper: max ?? Infinity };
}

/**
 * A planned series as something to evaluate.
 * @param settings the complete settings of the series, those that score included.
 */
export function evaluationSubject(
  planned: PlannedJob,
  { name, field, settings }: { readonly name: string; readonly field: Field; readonly settings: DetectorSettings },
  marked: MarkedTruth | undefined,
): EvaluationSubject {
  return {
    name,
    series: trainingAndVisible(planned),
    settings: { ...settings, stepMs: planned.job.settings.stepMs },
    calendar: planned.job.calendar,
    bounds: boundsOf(field),
    marked,
  };
}
