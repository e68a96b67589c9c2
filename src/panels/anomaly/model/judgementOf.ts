import type { DetectedSeries } from '../../../engine/detectedSeries';

import type { ForecastShare, Judgement } from './chartSeries';

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function sharesOf({ trend, components }: DetectedSeries['forecast']): ForecastShare[] {
  const patterns = Object.entries(components).map(([name, values]) => ({ name: capitalised(name), values }));
  return [{ name: 'Trend', values: trend }, ...patterns];
}

/** A detection in the chart's columns. */
export function judgementOf({ series, forecast, detection }: DetectedSeries): Judgement {
  return {
    time: series.time,
    y: series.y,
    yhat: forecast.yhat,
    bandLower: detection.bandLower,
    bandUpper: detection.bandUpper,
    score: detection.score,
    anomalous: detection.anomalous,
    anomalies: detection.anomalies,
    suppressed: detection.suppressed,
    shares: sharesOf(forecast),
  };
}
