import { type DatedSettings, type DetectedSeries, type DetectionOutcome, type Engine, inSlices } from 'foreband-engine';

import type { QuerySamples } from './querySamples';
import type { QuerySpans } from './spans';

/** Scores every series of a query, in slices that leave the browser its turn. */
export function detectAll(
  engine: Pick<Engine, 'detect'>,
  { series }: Pick<QuerySamples, 'series'>,
  spans: QuerySpans,
  options: DatedSettings & { readonly signal?: AbortSignal },
): Promise<DetectionOutcome[]> {
  const { settings, calendar, signal } = options;
  const { start: forecastStart, end: forecastEnd } = spans.forecast;
  return inSlices(
    series,
    ({ visible, lead, training }) =>
      engine.detect({
        visible,
        lead: lead.time.length > 0 ? lead : undefined,
        training,
        forecastStart,
        forecastEnd,
        settings,
        calendar,
      }),
    { signal },
  );
}

/** Whether a series could be scored. */
export function isDetected(outcome: DetectionOutcome): outcome is DetectedSeries {
  return outcome.kind === 'detected';
}
