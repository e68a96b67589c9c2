import { severityAt } from 'foreband-detector';
import type { DetectedSeries } from 'foreband-engine';

import type { ForecastShare, ScoredSeries } from './chartSeries';
import { forecastShares } from './forecastShares';

/** Completes a forecast that came without its components. */
export type Explain = (detected: DetectedSeries) => DetectedSeries['forecast'];

/** A detection in the chart's columns. */
export function scoredSeriesOf(detected: DetectedSeries, explain?: Explain): ScoredSeries {
  const { series, forecast, detection } = detected;
  const isLeveled = detection.severityBy === 'threshold';
  let shares: ForecastShare[] | undefined;
  return {
    time: series.time,
    y: series.y,
    yhat: detection.expected,
    bandLower: detection.bandLower,
    bandUpper: detection.bandUpper,
    score: detection.score,
    anomalous: detection.anomalous,
    anomalies: detection.anomalies,
    incidents: detection.incidents,
    severityAt: (row) => severityAt(detection, row),
    reasons: isLeveled ? detection : undefined,
    learningUntil: detection.learningUntil,
    suppressed: detection.suppressed,
    shares: () => {
      shares ??= forecastShares(
        explain?.(detected) ?? forecast,
        detected.fitted.model,
        isLeveled ? detection.expected : undefined,
      );
      return shares;
    },
  };
}
