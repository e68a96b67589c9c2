import type { DataFrame } from '@grafana/data';
import { incidentRules, severityOf, type Anomaly, type Incident, type Severity } from 'foreband-detector';

import { severities } from '../../views/severity/severityStyle';

import type { ScoredSeries } from './chartSeries';
import { frameColumns } from './frameColumns';

type Columns = Pick<ScoredSeries, 'time' | 'y' | 'yhat' | 'score' | 'anomalous' | 'severityAt'>;

type Rows = readonly [first: number, last: number];

function anomalyOfRows(columns: Columns, [first, last]: Rows): Anomaly {
  const { time, y, yhat, score, anomalous, severityAt } = columns;
  let peak = first;
  let nPoints = 0;
  for (let row = first; row <= last; row++) {
    nPoints += anomalous[row];
    peak = anomalous[row] === 1 && score[row] > score[peak] ? row : peak;
  }
  return {
    start: time[first],
    end: time[last],
    direction: y[peak] > yhat[peak] ? 'above' : 'below',
    peakTime: time[peak],
    peakValue: y[peak],
    expected: yhat[peak],
    peakScore: score[peak],
    severity: severityAt(peak),
    nPoints,
    confirmedAt: time[first],
    isOpen: false,
  };
}

function incidentOf(anomaly: Anomaly): Incident {
  const { confirmedAt } = anomaly;
  return { ...anomaly, branch: 'spike', peakMultiplier: NaN, pages: [{ time: confirmedAt, kind: 'opened' }] };
}

function runsOfFlags(flags: Uint8Array): Rows[] {
  const runs: Rows[] = [];
  let first = -1;
  for (let row = 0; row <= flags.length; row++) {
    if (flags[row] === 1) {
      first = first < 0 ? row : first;
    } else if (first >= 0) {
      runs.push([first, row - 1]);
      first = -1;
    }
  }
  return runs;
}

function joined(runs: readonly Rows[], time: Float64Array): Rows[] {
  const all: Rows[] = [];
  for (const [first, last] of runs) {
    const before = all.at(-1);
    if (before !== undefined && time[first] - time[before[1]] <= incidentRules.quietMs) {
      all[all.length - 1] = [before[0], last];
    } else {
      all.push([first, last]);
    }
  }
  return all;
}

function isSeverity(value: unknown): value is Severity {
  return severities.some((severity) => severity === value);
}

/** The class that the frame states; of one without a column for it, that of the score. */
function severityReader({ fields }: DataFrame, score: Float64Array): ScoredSeries['severityAt'] {
  const values = fields.find(({ name }) => name === 'severity')?.values;
  return (row) => {
    const stated: unknown = values?.[row];
    return isSeverity(stated) ? stated : severityOf(score[row]);
  };
}

/** The scores a detection frame states in its columns, for frames that no longer carry what a refit needs. */
export function scoredSeriesOfFrame(frame: DataFrame): ScoredSeries {
  const column = frameColumns(frame);
  const score = column('score');
  const columns = {
    time: column('time'),
    y: column('value'),
    yhat: column(frame.fields.some(({ name }) => name === 'expected') ? 'expected' : 'yhat'),
    bandLower: column('band_lower'),
    bandUpper: column('band_upper'),
    score,
    anomalous: Uint8Array.from(column('anomaly'), (flag) => (flag === 1 ? 1 : 0)),
    severityAt: severityReader(frame, score),
  };
  const runs = runsOfFlags(columns.anomalous);
  return {
    ...columns,
    anomalies: runs.map((rows) => anomalyOfRows(columns, rows)),
    incidents: joined(runs, columns.time).map((rows) => incidentOf(anomalyOfRows(columns, rows))),
    learningUntil: null,
    suppressed: [],
    shares: () => [],
  };
}
