import type { DataFrame } from '@grafana/data';
import { severityOf, type Anomaly } from 'foreband-detector';

import type { ScoredSeries } from './chartSeries';
import { frameColumns } from './frameColumns';

type Columns = Pick<ScoredSeries, 'time' | 'y' | 'yhat' | 'bandUpper' | 'score' | 'anomalous'>;

function anomalyOfRows(columns: Columns, first: number, last: number): Anomaly {
  const { time, y, yhat, bandUpper, score } = columns;
  let peak = first;
  for (let row = first + 1; row <= last; row++) {
    peak = score[row] > score[peak] ? row : peak;
  }
  return {
    start: time[first],
    end: time[last],
    direction: y[peak] > bandUpper[peak] ? 'above' : 'below',
    peakTime: time[peak],
    peakValue: y[peak],
    expected: yhat[peak],
    peakScore: score[peak],
    severity: severityOf(score[peak]),
    nPoints: last - first + 1,
    confirmedAt: time[first],
    isOpen: false,
  };
}

function runsOfFlags(flags: Uint8Array): Array<readonly [number, number]> {
  const runs: Array<readonly [number, number]> = [];
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

/** The scores a detection frame states in its columns, for frames that no longer carry what a refit needs. */
export function scoredSeriesOfFrame(frame: DataFrame): ScoredSeries {
  const column = frameColumns(frame);
  const columns = {
    time: column('time'),
    y: column('value'),
    yhat: column('yhat'),
    bandLower: column('band_lower'),
    bandUpper: column('band_upper'),
    score: column('score'),
    anomalous: Uint8Array.from(column('anomaly'), (flag) => (flag === 1 ? 1 : 0)),
  };
  const anomalies = runsOfFlags(columns.anomalous).map(([first, last]) => anomalyOfRows(columns, first, last));
  return { ...columns, anomalies, suppressed: [], shares: () => [] };
}
