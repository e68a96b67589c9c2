import { looksLikeCounter, type Series } from 'foreband-detector';

import { MIN_SAMPLES, type FitRows } from '../fit/fitRows.js';

import type { DetectionJob, NotDetected } from './detectedSeries.js';

const NO_DATA = 'No data in the training window or the visible range. Check the query and the time range.';
const COUNTER =
  'This looks like a raw counter: it only grows. Query its rate instead, for instance rate(metric[$__rate_interval]).';

function hasSamples({ y }: Series): boolean {
  return y.some(Number.isFinite);
}

const countOf = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Why no model can be fitted to a history; undefined where one can. */
export function findFitProblem({ training, visible }: DetectionJob, history: FitRows): NotDetected | undefined {
  const nRows = history.time.length;
  if (nRows === 0) {
    return { kind: 'noData', series: visible, message: NO_DATA };
  }
  if (looksLikeCounter(training.time.length > 0 ? training : visible)) {
    return { kind: 'counter', series: visible, message: COUNTER };
  }
  if (nRows < MIN_SAMPLES) {
    const message = `Too little history: ${countOf(nRows, 'sample')}, at least ${MIN_SAMPLES} are needed. Wait for more data or lengthen the training window.`;
    return { kind: 'tooLittleHistory', series: visible, message };
  }
  return undefined;
}

/** Why nothing can be scored with a model that is there; undefined where something can. */
export function findScoreProblem({ training, visible }: DetectionJob): NotDetected | undefined {
  // The history of a frame is read from its columns when it is asked for.
  return hasSamples(visible) || hasSamples(training)
    ? undefined
    : { kind: 'noData', series: visible, message: NO_DATA };
}
