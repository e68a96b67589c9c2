import { bandAround, largest, smallest, type RuleBand } from './ruleBand';
import { meanAndDeviation, trailingMean } from './trailingWindow';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The rules' constants: deviations to both sides, share of the mean to both sides, and the least coefficient of variation. */
const DEVIATIONS = 2;
const MARGIN = 0.5;
const LEAST_VARIATION = 0.5;

const MIDDLE_MS = HOUR_MS;
const SMOOTHED_MS = 26 * HOUR_MS;
/** A range of one hour around the same time of the day and the week before. */
const OFFSETS_MS = [23.5 * HOUR_MS, 167.5 * HOUR_MS];

/**
 * The strategy "adaptive" of grafana/promql-anomaly-detection, from its description (README and rules/adaptive.yml at 7ed6390),
 * for a gauge. Around the mean of an hour lies the widest of: twice the hourly standard deviation, where it is more than half
 * the mean, averaged over 26 hours; half the mean; and the mean and twice the deviation of the same hour of the day and of the
 * week before. Values of 0 and below are not looked at.
 */
export function adaptiveRules(y: Float64Array, stepMs: number): RuleBand {
  const rows = (durationMs: number) => Math.max(1, Math.round(durationMs / stepMs));
  const level = y.map((value) => (value > 0 ? value : NaN));
  const { mean, deviation } = meanAndDeviation(level, { nRows: rows(MIDDLE_MS) });
  const varied = deviation.map((value, row) => (value > LEAST_VARIATION * mean[row] ? value : NaN));
  const smoothed = trailingMean(varied, rows(SMOOTHED_MS));
  const seasonal = OFFSETS_MS.map((offsetMs) => {
    const past = meanAndDeviation(level, { nRows: rows(HOUR_MS), offset: rows(offsetMs) });
    return bandAround(past.mean, (row) => DEVIATIONS * past.deviation[row]);
  });
  const bands = [
    bandAround(mean, (row) => DEVIATIONS * smoothed[row]),
    bandAround(mean, (row) => MARGIN * mean[row]),
    ...seasonal,
  ];
  return { level, lower: smallest(bands).map((value) => Math.max(0, value)), upper: largest(bands) };
}
