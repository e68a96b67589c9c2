import { FieldType, toDataFrame } from '@grafana/data';

import { scoredSeriesOfFrame } from './scoredSeriesOfFrame';

describe('scoredSeriesOfFrame', () => {
  it('joins neighboring anomalous rows into one anomaly with the severity of its worst row', () => {
    const column = (name: string, values: Array<number | null>) => ({ name, type: FieldType.number, values });
    const scored = scoredSeriesOfFrame(
      toDataFrame({
        fields: [
          { name: 'time', type: FieldType.time, values: [10, 20, 30, 40, 50] },
          column('value', [5, 15, 19, 5, -9]),
          column('yhat', [5, 5, 5, 5, 5]),
          column('band_lower', [0, 0, 0, 0, 0]),
          column('band_upper', [10, 10, 10, 10, 10]),
          column('score', [0, 1.6, 3.2, null, 2.1]),
          column('anomaly', [0, 1, 1, 0, 1]),
        ],
      }),
    );
    expect(scored.anomalies).toMatchObject([
      { start: 20, end: 30, direction: 'above', peakTime: 30, peakValue: 19, severity: 'critical', nPoints: 2 },
      { start: 50, end: 50, direction: 'below', severity: 'high', nPoints: 1 },
    ]);
  });
});
