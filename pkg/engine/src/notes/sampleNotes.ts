import { adaptiveStepProblem, durationText } from 'foreband-detector';

import type { DetectedSeries } from '../detect/detectedSeries.js';
import { medianStep } from '../series/rowAt.js';
import type { Note } from '../note.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The steps a query may be given; each divides a day. */
const STEPS_MS = [1, 2, 3, 5, 10, 15, 20, 30, 60].map((minutes) => minutes * MINUTE_MS);

/** The weekly shape needs so much history. */
const TWO_WEEKS_MS = 14 * DAY_MS;

/** Less is missing at the window's start of every series that was put up in between. */
const LEAST_MISSING_MS = 2 * DAY_MS;
const LEAST_MISSING_SHARE = 0.1;

function finiteTimes({ training: { time, y } }: DetectedSeries): Float64Array {
  return time.filter((_, row) => Number.isFinite(y[row]));
}

/** Says that most steps of the training hold no sample, and which step has one; undefined where most do. */
export function stepNote(detected: DetectedSeries): Note | undefined {
  const { stepMs } = detected.settings;
  const { start, end, nSamples } = detected.fitted.training;
  // Half of the steps and more: whether they are spread or a gap is seen only then.
  if (nSamples * stepMs > 0.6 * (end - start)) {
    return undefined;
  }
  const distance = medianStep(finiteTimes(detected));
  if (!(distance >= 2 * stepMs)) {
    return undefined;
  }
  const better = STEPS_MS.find((step) => step >= distance && adaptiveStepProblem(step) === undefined);
  const text = `Only one in ${Math.round(distance / stepMs)} steps of ${durationText(stepMs)} holds a sample: they come every ${durationText(distance)}. Either Prometheus scrapes no more often, or the window of rate() is too short to hold two samples.`;
  return better === undefined
    ? { severity: 'warning', text }
    : {
        severity: 'warning',
        text: `${text} Choose a step of ${durationText(better)}.`,
        mend: { label: `Step of ${durationText(better)}`, settings: { stepMs: better } },
      };
}

/** Says that samples begin long after the training window does; undefined where they do not. */
export function retentionNote({ fitted, settings }: DetectedSeries): Note | undefined {
  const { start, end } = fitted.training;
  const { trainingWindowMs } = settings;
  const missing = start - (end - trainingWindowMs);
  if (missing < Math.max(LEAST_MISSING_MS, LEAST_MISSING_SHARE * trainingWindowMs)) {
    return undefined;
  }
  const weekly = end - start < TWO_WEEKS_MS ? ' The weekly shape needs two weeks.' : '';
  return {
    severity: 'info',
    text: `Samples begin ${durationText(end - start)} before the end of the training window of ${durationText(trainingWindowMs)}: the series is younger, or Prometheus stores no more (its retention).${weekly}`,
  };
}
