import type { LogEntry } from '../logEvent.js';

type Json = string | number | boolean | null | readonly string[] | Readonly<Record<string, string>>;

/** A line of the exported log, field by field; docs/anomaly-log.md says what each means. */
export type LogLine = Readonly<Record<string, Json>>;

const isoTime = (time: number) => new Date(time).toISOString();

// JSON knows no NaN.
const known = (value: number) => (Number.isFinite(value) ? value : null);

function bandFields({ bandLower, bandUpper }: { readonly bandLower: number; readonly bandUpper: number }) {
  return { band_lower: known(bandLower), band_upper: known(bandUpper) };
}

function ownFields(entry: LogEntry): LogLine {
  switch (entry.type) {
    case 'cpu_measurement':
      return { value: known(entry.value) };
    case 'prediction':
      return {
        value: known(entry.value),
        predicted: known(entry.predicted),
        ...bandFields(entry),
        score: known(entry.score),
        is_anomaly: entry.isAnomaly,
      };
    case 'anomaly_detected':
      return {
        end: isoTime(entry.end),
        is_open: entry.isOpen,
        value: known(entry.value),
        predicted: known(entry.predicted),
        ...bandFields(entry),
        score: known(entry.score),
        severity: entry.severity.toUpperCase(),
        direction: entry.direction,
        readings: entry.nReadings,
      };
    case 'model_training':
      return {
        training_start: isoTime(entry.trainingStart),
        training_end: isoTime(entry.trainingEnd),
        readings: entry.nReadings,
        left_out: entry.nLeftOut,
        step_seconds: entry.stepMs / 1000,
        patterns: entry.patterns,
        interval_width: entry.intervalWidth,
      };
    case 'model_evaluation':
      return {
        threshold_multiplier: entry.thresholdMultiplier,
        readings: entry.nReadings,
        precision: known(entry.precision),
        recall: known(entry.recall),
        f1: known(entry.f1),
        auc: known(entry.auc),
        event_precision: known(entry.eventPrecision),
        event_recall: known(entry.eventRecall),
        mape: known(entry.mape),
        anomaly_rate: known(entry.anomalyRate),
      };
    case 'system_status':
      return entry.status === 'hourly_summary'
        ? {
            status: entry.status,
            readings: entry.figures.nReadings,
            anomalous: entry.figures.nAnomalous,
            mean: known(entry.figures.mean),
            min: known(entry.figures.min),
            max: known(entry.figures.max),
          }
        : { status: entry.status, message: entry.message };
  }
}

/** An entry as it is exported. */
export function logLine(entry: LogEntry): LogLine {
  const { dashboard, panelId, panel, query, series, instance, labels } = entry.origin;
  return {
    event_type: entry.type,
    timestamp: isoTime(entry.time),
    level: entry.level.toUpperCase(),
    instance,
    series,
    labels,
    dashboard,
    panel_id: panelId,
    panel,
    query,
    ...ownFields(entry),
  };
}

/** Entries as JSON Lines: one object a line. */
export function jsonLines(entries: readonly LogEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(logLine(entry))}\n`).join('');
}
