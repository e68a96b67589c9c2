import { FieldType, toDataFrame } from '@grafana/data';

import { bandOwner } from './bandOwner';
import type { ChartSeries } from './chartSeries';
import { scoredSeriesOfFrame } from './scoredSeriesOfFrame';

function series(name: string, scores: number[]): ChartSeries {
  const frame = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: scores.map((_, row) => row) },
      { name: 'score', type: FieldType.number, values: scores },
    ],
  });
  const [timeField, field] = frame.fields;
  const scored = scoredSeriesOfFrame(frame);
  return { key: name, name, refId: 'A', frame, timeField, field, line: scored, scored, isHidden: false };
}

describe('bandOwner', () => {
  it('is the only series', () => {
    expect(bandOwner([{ ...series('a', [0]), scored: undefined }])).toBe(0);
  });

  it('is the series with the strangest point', () => {
    expect(bandOwner([series('a', [0.1, 0.4]), series('b', [0.2, NaN, 1.9]), series('c', [0.5])])).toBe(1);
  });

  it('is nobody without series, or among too many', () => {
    expect(bandOwner([])).toBe(-1);
    expect(bandOwner(Array.from({ length: 13 }, () => series('a', [1])))).toBe(-1);
  });
});
