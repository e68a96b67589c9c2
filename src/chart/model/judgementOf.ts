import type { DetectedSeries } from '../../engine/detectedSeries';

import type { ForecastShare, Judgement } from './chartSeries';

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function sharesOf({ trend, components }: DetectedSeries['forecast']): ForecastShare[] {
  const patterns = Object.entries(components).map(([name, values]) => ({ name: capitalised(name), values }));
  return [{ name: 'Trend', values: trend }, ...patterns];
}

/** Completes a forecast that came without its components. */
export type Explain = (detected: DetectedSeries) => DetectedSeries['forecast'];

/** A detection in the chart's columns. */
export function judgementOf(detected: DetectedSeries, explain?: Explain): Judgement {
  const { series, forecast, detection } = detected;
  let shares: ForecastShare[] | undefined;
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
    shares: () => {
      shares ??= sharesOf(explain?.(detected) ?? forecast);
      return shares;
    },
  };
}
