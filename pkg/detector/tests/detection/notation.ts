import {
  detect,
  parseDetectionOptions,
  suppressionReasonOf,
  type Detection,
  type DetectionOptionsInput,
} from 'foreband-detector';

import { flatForecast } from '../columns.js';

// With yhat 10 and an interval of 9 to 11 the default band is 8 to 12.
const values: Readonly<Record<string, number>> = { '.': 10, '^': 13, A: 17, v: 7, V: 3, ' ': NaN };

/**
 * Detects on points a second apart, one character each: `.` as forecast, `^` and `A` above the band (scores 1.5 and 3.5),
 * `v` and `V` below it (the same scores), a space for a missing value.
 */
export function detectPattern(pattern: string, input: DetectionOptionsInput = {}): Detection {
  const forecast = flatForecast(pattern.length, 10, 1);
  const y = Float64Array.from(pattern, (point) => values[point]);
  return detect(forecast.time, y, forecast, parseDetectionOptions(input));
}

/** Anomalies as the seconds of their first and last point and their side, such as `1-3 above`. */
export function runs(detection: Detection): readonly string[] {
  return detection.anomalies.map(({ start, end, direction }) => `${start / 1000}-${end / 1000} ${direction}`);
}

const letters = { exclusion: 'e', normalRange: 'r', direction: 'd', minDeviation: 'm', nOfM: 'n' } as const;

/**
 * One character a point: `#` anomalous, `.` left alone, else why it was suppressed: `e` exclusion, `r` normal range,
 * `d` direction, `m` minimum deviation, `n` N of M.
 */
export function marks({ anomalous, suppressedBy }: Detection): string {
  const mark = (flag: number, row: number) => {
    const reason = suppressionReasonOf(suppressedBy[row]);
    return flag === 1 ? '#' : reason === undefined ? '.' : letters[reason];
  };
  return Array.from(anomalous, mark).join('');
}
