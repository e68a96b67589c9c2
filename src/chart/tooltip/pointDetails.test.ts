import { FieldType, toDataFrame } from '@grafana/data';

import type { ChartSeries } from '../model/chartSeries';
import { scoredSeriesOfFrame } from '../model/scoredSeriesOfFrame';

import { pointDetails } from './pointDetails';

const column = (name: string, values: Array<number | null>) => ({ name, type: FieldType.number, values });

const frame = toDataFrame({
  fields: [
    { name: 'time', type: FieldType.time, values: [0, 10, 20, 30] },
    column('value', [5, 15, 5, null]),
    column('yhat', [5, 5, 5, 6]),
    column('band_lower', [0, 0, 0, 1]),
    column('band_upper', [10, 10, 10, 11]),
    column('score', [0, 2.1, 0, null]),
    column('anomaly', [0, 1, 0, 0]),
  ],
});

function seriesWith(line: ChartSeries['line']): ChartSeries {
  const [timeField, field] = frame.fields;
  const scored = {
    ...scoredSeriesOfFrame(frame),
    shares: () => [
      { name: 'Trend', values: Float64Array.of(1, 2, 3, 4), isOccasional: false },
      {
        name: 'Daily',
        values: Float64Array.of(0, 0, 1.5, 2),
        ofTrend: Float64Array.of(0, 0, 0.5, 0.5),
        isOccasional: false,
      },
      { name: 'Labour Day', values: Float64Array.of(0, 0, -2, 0), isOccasional: true },
    ],
  };
  return { key: 'a', name: 'a', refId: 'A', frame, timeField, field, line, scored, isHidden: false };
}

const drawnAsScored = seriesWith({ time: Float64Array.of(0, 10, 20), y: Float64Array.of(5, 15, 5) });

describe('pointDetails', () => {
  it('explains an anomalous point: sample, forecast, band, score, severity, extent and shares', () => {
    expect(pointDetails(drawnAsScored, 10)).toMatchObject({
      actual: 15,
      scored: 15,
      expected: 5,
      lower: 0,
      upper: 10,
      score: 2.1,
      severity: 'high',
      anomaly: { start: 10, end: 10 },
    });
  });

  it('tells what the forecast is made of: always trend and seasonalities, and a holiday on its day', () => {
    const names = (time: number) => pointDetails(drawnAsScored, time).shares.map(({ name }) => name);
    expect(names(10)).toEqual(['Trend', 'Daily']);
    expect(names(20)).toEqual(['Trend', 'Daily', 'Labour Day']);
    expect(pointDetails(drawnAsScored, 20).shares[1]).toEqual({ name: 'Daily', value: 1.5, ofTrend: 0.5 });
  });

  it('gives no severity to an ordinary point', () => {
    expect(pointDetails(drawnAsScored, 20)).toMatchObject({ actual: 5, severity: undefined, anomaly: undefined });
  });

  it('knows only the forecast in the future', () => {
    expect(pointDetails(drawnAsScored, 30)).toMatchObject({ scored: NaN, expected: 6, score: NaN });
  });

  it('tells the sample that is drawn from the one that was scored', () => {
    const finer = seriesWith({ time: Float64Array.of(8, 9, 10), y: Float64Array.of(12, 13, 14) });
    expect(pointDetails(finer, 9)).toMatchObject({ actual: 13, scored: 15 });
  });

  it('has nothing far from any sample', () => {
    const details = pointDetails({ ...drawnAsScored, scored: undefined }, 500);
    expect([details.actual, details.expected]).toEqual([NaN, NaN]);
  });
});
