import type { FlaggedRows, Series } from 'foreband-detector';

import { type DetectedSeries, type DetectorSettings, type Engine, firstRowFrom, trainingSpan } from 'foreband-engine';

const DAY_MS = 86_400_000;

/** History that no day is scored in: the daily seasonality needs two days. */
export const WARMUP_MS = 2 * DAY_MS;

function rows({ time, y, ...rest }: Series, from: number, to: number): Series {
  return { ...rest, time: time.subarray(from, to), y: y.subarray(from, to) };
}

/** One flag a row of the series, as a panel would have shown it on that row's day. */
class Flags implements FlaggedRows {
  readonly score: Float64Array;
  readonly anomalous: Uint8Array;
  readonly anomalies: Array<FlaggedRows['anomalies'][number]> = [];

  constructor(private readonly time: Float64Array) {
    this.score = new Float64Array(time.length).fill(NaN);
    this.anomalous = new Uint8Array(time.length);
  }

  /** Takes a day's verdicts, those before `from` excepted: they lead in, and an earlier day has spoken. */
  take({ series, detection }: DetectedSeries, from: number): void {
    let row = from;
    series.time.forEach((moment, at) => {
      if (moment === this.time[row]) {
        this.score[row] = detection.score[at];
        this.anomalous[row] = detection.anomalous[at];
        row++;
      }
    });
    const start = this.time[from];
    const ofDay = detection.anomalies.filter((anomaly) => anomaly.end >= start);
    this.anomalies.push(...ofDay.map((anomaly) => ({ ...anomaly, start: Math.max(anomaly.start, start) })));
  }
}

/**
 * Evaluates a series as the panel does while time goes by: each day (UTC) with the model of the training window that
 * ended at its midnight. Rows of the warm-up are never scored.
 */
export function streamThroughDays(
  engine: Pick<Engine, 'detect'>,
  series: Series,
  settings: DetectorSettings,
  warmupMs = WARMUP_MS,
): FlaggedRows {
  const { time } = series;
  const flags = new Flags(time);
  const end = time[time.length - 1];
  for (let midnight = Math.ceil((time[0] + warmupMs) / DAY_MS) * DAY_MS; midnight < end; midnight += DAY_MS) {
    const window = trainingSpan({ from: midnight, to: midnight, now: midnight }, settings);
    const trained = firstRowFrom(time, window.end + 1);
    const to = firstRowFrom(time, midnight + DAY_MS + 1);
    if (to > trained) {
      // N of M looks back over midnight.
      const visible = rows(series, Math.max(0, trained - settings.m), to);
      const training = rows(series, firstRowFrom(time, window.start), trained);
      const outcome = engine.detect({ training, visible, forecastEnd: time[to - 1], settings });
      if (outcome.kind === 'detected') {
        flags.take(outcome, trained);
      }
    }
  }
  return flags;
}
