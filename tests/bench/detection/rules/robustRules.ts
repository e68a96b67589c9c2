import { bandAround, largest, smallest, type RuleBand } from './ruleBand';
import { trailingMedian } from './trailingWindow';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The rules' constants: median absolute deviations to both sides, and share of the median to both sides. */
const DEVIATIONS = 2;
const MARGIN = 0.5;

/** A range of one hour around a quarter of an hour before the same time of the day and the week before. */
const OFFSETS_MS = [23.75 * HOUR_MS, 167.75 * HOUR_MS];

/**
 * The strategy "robust" of grafana/promql-anomaly-detection, from its description (rules/robust.yml at 9031acf). What is
 * compared is the median of an hour; around the median of a day lies the widest of: twice the median over a day of the
 * deviations from it; half the median; and the same from the hour of the day and of the week before. Values of 0 and below are
 * not looked at.
 */
export function robustRules(y: Float64Array, stepMs: number): RuleBand {
  const rows = (durationMs: number) => Math.max(1, Math.round(durationMs / stepMs));
  const values = y.map((value) => (value > 0 ? value : NaN));
  const median = trailingMedian(values, { nRows: rows(DAY_MS) });
  const deviation = trailingMedian(distance(values, median), { nRows: rows(DAY_MS) });
  const seasonal = OFFSETS_MS.map((offsetMs) => {
    const hour = { nRows: rows(HOUR_MS), offset: rows(offsetMs) };
    const middle = trailingMedian(values, hour);
    const past = values.map((_, row) => values[row - hour.offset] ?? NaN);
    const spread = trailingMedian(distance(past, middle), { nRows: hour.nRows });
    return bandAround(middle, (row) => DEVIATIONS * spread[row]);
  });
  const bands = [
    bandAround(median, (row) => DEVIATIONS * deviation[row]),
    bandAround(median, (row) => MARGIN * median[row]),
    ...seasonal,
  ];
  return {
    level: trailingMedian(values, { nRows: rows(HOUR_MS) }),
    lower: smallest(bands).map((value) => Math.max(0, value)),
    upper: largest(bands),
  };
}

function distance(values: Float64Array, middle: Float64Array): Float64Array {
  return values.map((value, row) => Math.abs(value - middle[row]));
}
