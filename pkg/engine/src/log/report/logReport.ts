import type { Severity } from 'foreband-detector';

import type { AnomalyEntry, HourEntry } from '../logEvent.js';

/** How many anomalies there were of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Figures of what was monitored of one series, or of all. Those of samples are NaN where there were none. */
export interface ReportRow {
  readonly counts: SeverityCounts;
  readonly nAnomalies: number;
  readonly nReadings: number;
  /** Share of the samples that are anomalous: 0 to 1. */
  readonly anomalyRate: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** The report of a stretch of the log. */
export interface LogReport {
  readonly total: ReportRow;
  /** By name of the series, the one with the most anomalies first. */
  readonly series: ReadonlyArray<readonly [name: string, row: ReportRow]>;
}

function countsOf(anomalies: readonly AnomalyEntry[]): SeverityCounts {
  const count = (severity: Severity) => anomalies.filter((one) => one.severity === severity).length;
  return { critical: count('critical'), high: count('high'), medium: count('medium'), low: count('low') };
}

function rowOf(anomalies: readonly AnomalyEntry[], hours: readonly HourEntry[]): ReportRow {
  const figures = hours.map((hour) => hour.figures);
  const sum = (read: (one: HourEntry['figures']) => number) => figures.reduce((total, one) => total + read(one), 0);
  const nReadings = sum((one) => one.nReadings);
  const extreme = (choose: (...values: number[]) => number, read: (one: HourEntry['figures']) => number) =>
    nReadings === 0 ? NaN : figures.map(read).reduce((left, right) => choose(left, right));
  return {
    counts: countsOf(anomalies),
    nAnomalies: anomalies.length,
    nReadings,
    anomalyRate: sum((one) => one.nAnomalous) / nReadings,
    mean: sum((one) => one.mean * one.nReadings) / nReadings,
    min: extreme(Math.min, (one) => one.min),
    max: extreme(Math.max, (one) => one.max),
  };
}

// Two panels that watch the same series have both logged what they saw.
function distinct<E extends AnomalyEntry | HourEntry>(entries: readonly E[]): E[] {
  const best = new Map<string, E>();
  for (const entry of entries) {
    const { series, labels } = entry.origin;
    const key = JSON.stringify([series, Object.entries(labels).sort(), entry.time]);
    const known = best.get(key);
    if (known === undefined || known.revision < entry.revision) {
      best.set(key, entry);
    }
  }
  return [...best.values()];
}

function bySeries<E extends AnomalyEntry | HourEntry>(entries: readonly E[]): Map<string, E[]> {
  const found = new Map<string, E[]>();
  for (const entry of entries) {
    const known = found.get(entry.origin.series);
    if (known === undefined) {
      found.set(entry.origin.series, [entry]);
    } else {
      known.push(entry);
    }
  }
  return found;
}

/** Sums up anomalies and the hours they lie in; what several panels have seen of the same series counts once. */
export function logReport(seenAnomalies: readonly AnomalyEntry[], seenHours: readonly HourEntry[]): LogReport {
  const [anomalies, hours] = [distinct(seenAnomalies), distinct(seenHours)];
  const [anomaliesOf, hoursOf] = [bySeries(anomalies), bySeries(hours)];
  const names = [...new Set([...anomaliesOf.keys(), ...hoursOf.keys()])];
  const series = names.map((name) => [name, rowOf(anomaliesOf.get(name) ?? [], hoursOf.get(name) ?? [])] as const);
  series.sort(([, left], [, right]) => right.nAnomalies - left.nAnomalies || right.nReadings - left.nReadings);
  return { total: rowOf(anomalies, hours), series };
}
