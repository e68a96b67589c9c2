import type { Direction, Severity } from 'foreband-detector';

import type { EvaluationFigures } from '../fit/fittedModel.js';

import type { LogLevel } from './logLevel.js';

/** Where an entry comes from. */
export interface LogOrigin {
  /** Uid of the dashboard; empty where there is none, as in the app's own pages. */
  readonly dashboard: string;
  readonly panelId: number;
  /** Title of the panel. */
  readonly panel: string;
  /** Letter of the query; empty for what concerns the whole panel. */
  readonly query: string;
  /** Name of the series; empty for what concerns the whole panel. */
  readonly series: string;
  /** The series' `instance` label, else its name. */
  readonly instance: string;
  readonly labels: Readonly<Record<string, string>>;
}

interface Entry {
  /** Same for an entry that is met again, after a refresh or in another tab. */
  readonly key: string;
  /** Epoch ms. */
  readonly time: number;
  readonly level: LogLevel;
  /** Of two entries with one key the one with the larger revision is kept, of equals the first. */
  readonly revision: number;
  readonly origin: LogOrigin;
}

/** A sample. */
export interface MeasurementEntry extends Entry {
  readonly type: 'cpu_measurement';
  readonly value: number;
}

/** Forecast for a sample. */
export interface PredictionEntry extends Entry {
  readonly type: 'prediction';
  readonly value: number;
  readonly predicted: number;
  readonly bandLower: number;
  readonly bandUpper: number;
  readonly score: number;
  readonly isAnomaly: boolean;
}

/** An anomaly; `time` is its start, value, forecast, band and score are those of its worst sample. */
export interface AnomalyEntry extends Entry {
  readonly type: 'anomaly_detected';
  /** Time of its last anomalous sample so far, epoch ms. */
  readonly end: number;
  /** Whether nothing measured so far has ended it. */
  readonly isOpen: boolean;
  readonly value: number;
  readonly predicted: number;
  readonly bandLower: number;
  readonly bandUpper: number;
  readonly score: number;
  readonly severity: Severity;
  readonly direction: Direction;
  /** Number of anomalous samples. */
  readonly nReadings: number;
}

/** A model has been met for the first time. */
export interface TrainingEntry extends Entry {
  readonly type: 'model_training';
  /** First sample it was fitted to, epoch ms. */
  readonly trainingStart: number;
  /** Last of them. */
  readonly trainingEnd: number;
  readonly nReadings: number;
  /** Samples that were excluded from the fit as outliers. */
  readonly nLeftOut: number;
  readonly stepMs: number;
  /** Names of the seasonalities. */
  readonly patterns: readonly string[];
  readonly intervalWidth: number;
}

/** The detector has been evaluated. */
export interface EvaluationEntry
  extends Entry, Omit<EvaluationFigures, 'evaluatedAt' | 'subject' | 'start' | 'end' | 'nSamples'> {
  readonly type: 'model_evaluation';
  readonly nReadings: number;
}

/** Figures of the samples of one series in one hour. */
export interface HourFigures {
  readonly nReadings: number;
  readonly nAnomalous: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** How monitoring goes. */
export type MonitoringStatus = 'monitoring_started' | 'warning' | 'error' | 'recovered';

/** Something has happened to the monitoring itself. */
export interface StatusEntry extends Entry {
  readonly type: 'system_status';
  readonly status: MonitoringStatus;
  readonly message: string;
}

/** An hour of monitored samples; `time` is the hour's start. */
export interface HourEntry extends Entry {
  readonly type: 'system_status';
  readonly status: 'hourly_summary';
  readonly figures: HourFigures;
}

/** An entry of the log. */
export type LogEntry =
  MeasurementEntry | PredictionEntry | AnomalyEntry | TrainingEntry | EvaluationEntry | StatusEntry | HourEntry;

/** Parts of the log, each with its own room, so that a flood of samples never pushes out an anomaly. */
export type LogPart = 'anomalies' | 'system' | 'readings' | 'hours';

/** The part an entry belongs to. */
export function partOf(entry: LogEntry): LogPart {
  switch (entry.type) {
    case 'anomaly_detected':
      return 'anomalies';
    case 'cpu_measurement':
    case 'prediction':
      return 'readings';
    case 'model_training':
    case 'model_evaluation':
      return 'system';
    case 'system_status':
      return entry.status === 'hourly_summary' ? 'hours' : 'system';
  }
}

/** Whether an entry is an anomaly. */
export function isAnomalyEntry(entry: LogEntry): entry is AnomalyEntry {
  return entry.type === 'anomaly_detected';
}

/** Whether an entry sums up an hour. */
export function isHourEntry(entry: LogEntry): entry is HourEntry {
  return entry.type === 'system_status' && entry.status === 'hourly_summary';
}

/** The key of an entry: what it is about, and what tells it from others of its type. */
export function entryKey(
  type: string,
  { dashboard, panelId, query }: Pick<LogOrigin, 'dashboard' | 'panelId' | 'query'>,
  seriesKey: string,
  ...rest: ReadonlyArray<string | number>
): string {
  return JSON.stringify([type, dashboard, panelId, query, seriesKey, ...rest]);
}
