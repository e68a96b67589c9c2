import { entryKey, type HourEntry } from '../../../src/log/logEvent.js';
import { anomaly, origin } from '../entries.js';

import { passes } from '../../../src/log/report/logFilter.js';
import { logReport } from '../../../src/log/report/logReport.js';

const HOUR_MS = 3_600_000;
const db = { ...origin, series: 'db-1' };

function hour(nth: number, figures: HourEntry['figures'], of = origin): HourEntry {
  const key = entryKey('hourly_summary', of, of.series, nth);
  const time = nth * HOUR_MS;
  return {
    ...{ type: 'system_status', status: 'hourly_summary', level: 'info', revision: 1, origin: of },
    ...{ key, time, figures },
  };
}

describe('logReport', () => {
  const report = logReport(
    [anomaly(1), anomaly(2, { severity: 'critical' }), anomaly(3, { origin: db, severity: 'low' })],
    [
      hour(1, { nReadings: 10, nAnomalous: 1, mean: 0.2, min: 0.1, max: 0.4 }),
      hour(2, { nReadings: 30, nAnomalous: 1, mean: 0.4, min: 0.3, max: 0.9 }),
      hour(1, { nReadings: 40, nAnomalous: 0, mean: 5, min: 4, max: 6 }, db),
    ],
  );

  it('counts anomalies by severity, and the share of the samples that are anomalous', () => {
    expect(report.total).toMatchObject({ nAnomalies: 3, nReadings: 80, anomalyRate: 2 / 80 });
    expect(report.total.counts).toEqual({ critical: 1, high: 1, medium: 0, low: 1 });
  });

  it('gives mean and extremes of each series over its hours, the one with the most anomalies first', () => {
    expect(report.series.map(([name]) => name)).toEqual(['web-1', 'db-1']);
    const [[, web]] = report.series;
    expect(web).toMatchObject({ nReadings: 40, min: 0.1, max: 0.9, anomalyRate: 0.05 });
    expect(web.mean).toBeCloseTo((10 * 0.2 + 30 * 0.4) / 40, 12);
  });

  it('counts once what two panels have seen of the same series', () => {
    const other = { ...origin, panelId: 2, panel: 'Another' };
    const figures = { nReadings: 12, nAnomalous: 3, mean: 0.2, min: 0.1, max: 0.4 };
    const { total } = logReport(
      [anomaly(1), anomaly(1, { origin: other })],
      [hour(1, figures), { ...hour(1, { ...figures, nReadings: 5 }, other), revision: 0 }],
    );
    expect(total).toMatchObject({ nAnomalies: 1, nReadings: 12, anomalyRate: 0.25 });
  });

  it('knows no figures where no reading was monitored', () => {
    expect(logReport([anomaly(1)], []).total).toMatchObject({ nAnomalies: 1, nReadings: 0, mean: NaN, min: NaN });
  });
});

describe('passes', () => {
  const every = { view: 'anomalies', severities: [], series: null } as const;

  it('lets through anomalies of the chosen severities and series alone', () => {
    expect(passes(anomaly(1), every)).toBe(true);
    expect(passes(anomaly(1), { ...every, severities: ['critical'] })).toBe(false);
    expect(passes(anomaly(1), { ...every, severities: ['critical', 'high'] })).toBe(true);
    expect(passes(anomaly(1), { ...every, series: 'db-1' })).toBe(false);
  });
});
