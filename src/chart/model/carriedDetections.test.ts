import { FieldType, type DataFrame } from '@grafana/data';

import type { DetectedSeries } from 'foreband-engine';
import { detectedFrame } from '../../grafana/testing/detectedFrame';
import { seriesInputs } from '../../training/seriesInput';

import { carriedDetections } from './carriedDetections';
import { scoredSeriesOfFrame } from './scoredSeriesOfFrame';

function descending(frame: DataFrame): DataFrame {
  return { ...frame, fields: frame.fields.map((field) => ({ ...field, values: [...field.values].reverse() })) };
}

function carriedOf(frame: DataFrame): DetectedSeries {
  const inputs = seriesInputs([frame]);
  const settingsOf = new Map(
    inputs.flatMap(({ key, carried }) => (carried === undefined ? [] : [[key, carried] as const])),
  );
  const [detected] = carriedDetections(inputs, settingsOf).values();
  return detected;
}

describe('a frame sorted by descending time', () => {
  let frame: DataFrame;

  beforeAll(async () => {
    frame = await detectedFrame();
  }, 60_000);

  it('gives each time the forecast of its own row', () => {
    const { forecast, series } = carriedOf(descending(frame));
    const straight = carriedOf(frame);
    expect(series.time).toEqual(straight.series.time);
    expect(forecast).toEqual(straight.forecast);
    expect(forecast.yhat[0]).not.toBe(forecast.yhat.at(-1));
  });

  it('states the same anomalies in its columns', () => {
    expect(scoredSeriesOfFrame(descending(frame)).anomalies).toEqual(scoredSeriesOfFrame(frame).anomalies);
    expect(scoredSeriesOfFrame(frame).anomalies).toHaveLength(1);
  });

  it('keeps its time column even where it is renamed', () => {
    const fields = frame.fields.map((field) => (field.type === FieldType.time ? { ...field, name: 'When' } : field));
    expect(scoredSeriesOfFrame({ ...frame, fields }).time).toHaveLength(frame.length);
  });
});
