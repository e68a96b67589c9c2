import type { DetectedSeries, DetectionOutcome } from '../../engine/detectedSeries';
import type { Engine } from '../../engine/engine';
import type { DetectorSettings } from '../../engine/settings';
import { inSlices } from '../../engine/slices';

import type { Readings } from './readings';
import type { QuerySpans } from './spans';

/** Judges every series of a query, in slices that leave the browser its turn. */
export function detectAll(
  engine: Pick<Engine, 'detect'>,
  { series }: Pick<Readings, 'series'>,
  spans: QuerySpans,
  options: { readonly settings: DetectorSettings; readonly signal?: AbortSignal },
): Promise<DetectionOutcome[]> {
  const { settings, signal } = options;
  const { start: forecastStart, end: forecastEnd } = spans.forecast;
  return inSlices(
    series,
    ({ visible, training }) => engine.detect({ visible, training, forecastStart, forecastEnd, settings }),
    { signal },
  );
}

/** Whether a series could be judged. */
export function isDetected(outcome: DetectionOutcome): outcome is DetectedSeries {
  return outcome.kind === 'detected';
}
