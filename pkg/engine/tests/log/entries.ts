import { entryKey, type AnomalyEntry, type LogOrigin, type MeasurementEntry } from '../../src/log/logEvent.js';

/** Where the entries of tests come from. */
export const origin: LogOrigin = {
  dashboard: 'cpu',
  panelId: 1,
  panel: 'CPU usage',
  query: 'A',
  series: 'web-1',
  instance: 'web-1:9100',
  labels: { instance: 'web-1:9100' },
};

/** An anomaly that begins at a time. */
export function anomaly(time: number, part: Partial<AnomalyEntry> = {}): AnomalyEntry {
  const of = part.origin ?? origin;
  return {
    type: 'anomaly_detected',
    key: entryKey('anomaly_detected', of, of.series, time),
    time,
    level: 'warning',
    revision: time,
    origin: of,
    end: time,
    isOpen: true,
    value: 0.9,
    predicted: 0.4,
    bandLower: 0.3,
    bandUpper: 0.5,
    score: 2.5,
    severity: 'high',
    direction: 'above',
    nReadings: 1,
    ...part,
  };
}

/** A reading of a time. */
export function measurement(time: number, value = 0.4): MeasurementEntry {
  const key = entryKey('cpu_measurement', origin, origin.series, time);
  return { type: 'cpu_measurement', key, time, level: 'debug', revision: 0, origin, value };
}
