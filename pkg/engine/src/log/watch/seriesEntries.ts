import type { DetectedSeries } from '../../detect/detectedSeries.js';
import { textFingerprint } from '../../fit/fingerprint.js';
import type { FittedModel } from '../../fit/fittedModel.js';
import { entryKey, type AnomalyEntry, type HourEntry, type LogEntry, type TrainingEntry } from '../logEvent.js';

import type { SeenAnomaly } from './seenAnomalies.js';
import { originOf, type WatchedSeries, type WatchingPanel } from './watchedSeries.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The rows from the first that is later than `after` on. */
function rowsAfter({ series, detection }: DetectedSeries, after: number): number[] {
  const rows: number[] = [];
  for (let row = series.time.length - 1; row >= 0 && series.time[row] > after; row--) {
    if (Number.isFinite(detection.score[row])) {
      rows.push(row);
    }
  }
  return rows.reverse();
}

/** An anomaly as an entry; the same one met again has the same key. */
export function anomalyEntry(panel: WatchingPanel, series: WatchedSeries, seen: SeenAnomaly): AnomalyEntry {
  const origin = originOf(panel, series);
  return {
    type: 'anomaly_detected',
    key: entryKey('anomaly_detected', origin, series.key, seen.start),
    time: seen.start,
    level: 'warning',
    // Times are whole milliseconds.
    revision: seen.end + (seen.isOpen ? 0 : 0.5),
    origin,
    end: seen.end,
    isOpen: seen.isOpen,
    value: seen.peakValue,
    predicted: seen.expected,
    bandLower: seen.bandLower,
    bandUpper: seen.bandUpper,
    score: seen.peakScore,
    severity: seen.severity,
    direction: seen.direction,
    nReadings: seen.nPoints,
  };
}

/** Every sample later than `after`, and what was expected of it. */
export function sampleEntries(panel: WatchingPanel, series: WatchedSeries, after: number): LogEntry[] {
  const { detected } = series;
  const { detection, forecast } = detected;
  const origin = originOf(panel, series);
  return rowsAfter(detected, after).flatMap((row): LogEntry[] => {
    const time = detected.series.time[row];
    const value = detected.series.y[row];
    const entry = { time, level: 'debug', revision: 0, origin, value } as const;
    return [
      { ...entry, type: 'cpu_measurement', key: entryKey('cpu_measurement', origin, series.key, time) },
      {
        ...entry,
        type: 'prediction',
        key: entryKey('prediction', origin, series.key, time),
        predicted: forecast.yhat[row],
        bandLower: detection.bandLower[row],
        bandUpper: detection.bandUpper[row],
        score: detection.score[row],
        isAnomaly: detection.anomalous[row] === 1,
      },
    ];
  });
}

function figuresOf({ series, detection }: DetectedSeries, rows: readonly number[]): HourEntry['figures'] {
  const values = rows.map((row) => series.y[row]);
  return {
    nReadings: rows.length,
    nAnomalous: rows.filter((row) => detection.anomalous[row] === 1).length,
    mean: values.reduce((sum, value) => sum + value, 0) / rows.length,
    min: Math.min(...values),
    max: Math.max(...values),
  };
}

/** The hours that have samples later than `after`, each with all its samples since watching began. */
export function hourEntries(
  panel: WatchingPanel,
  series: WatchedSeries,
  { watching, after }: { readonly watching: number; readonly after: number },
): HourEntry[] {
  const { detected } = series;
  const hourOf = (time: number) => Math.floor(time / HOUR_MS) * HOUR_MS;
  const rows = rowsAfter(detected, Math.max(watching, hourOf(after)) - 1);
  const byHour = new Map<number, number[]>();
  for (const row of rows) {
    const hour = hourOf(detected.series.time[row]);
    byHour.set(hour, [...(byHour.get(hour) ?? []), row]);
  }
  const origin = originOf(panel, series);
  return [...byHour].map(([hour, ofHour]) => ({
    type: 'system_status',
    status: 'hourly_summary',
    key: entryKey('hourly_summary', origin, series.key, hour),
    time: hour,
    level: 'info',
    revision: ofHour.length,
    origin,
    figures: figuresOf(detected, ofHour),
  }));
}

// A young series' history grows with every refresh: the same settings over a history of the same days are one training.
function trainingName({ training, settings }: FittedModel, intervalWidth: number): string {
  const days = [training.start, training.end].map((time) => Math.floor(time / DAY_MS));
  return JSON.stringify([days, settings, intervalWidth]);
}

/**
 * The training behind a series' forecast: that of its model, whatever history is at hand.
 * @param time epoch ms at which it was met.
 */
export function trainingEntry(panel: WatchingPanel, series: WatchedSeries, time: number): TrainingEntry {
  const { fitted, settings } = series.detected;
  const { training, model, nExcluded } = fitted;
  const origin = originOf(panel, series);
  return {
    type: 'model_training',
    key: entryKey('model_training', origin, series.key, textFingerprint(trainingName(fitted, settings.intervalWidth))),
    time,
    level: 'info',
    revision: 0,
    origin,
    trainingStart: training.start,
    trainingEnd: training.end,
    nReadings: training.nSamples,
    nLeftOut: nExcluded,
    stepMs: fitted.settings.stepMs,
    patterns: model.seasonalities.map(({ name }) => name),
    intervalWidth: settings.intervalWidth,
  };
}
