import { dateTime, LoadingState, type PanelData, type TimeRange } from '@grafana/data';

import { type DetectorSettings, rowsBetween, trainingSpan } from 'foreband-engine';
import { trainedFrame } from '../../../grafana/trainedFrame';

import type { Readings } from './readings';

/** All that a series spans, with its raw bounds absolute. */
export function wholeRange({ series: { time } }: Pick<Readings, 'series'>): TimeRange {
  const [from, to] = [dateTime(time[0]), dateTime(time[time.length - 1])];
  return { from, to, raw: { from, to } };
}

/**
 * Readings as Grafana hands data to a panel: the range that is shown, and the history to learn from beside it.
 * @param now epoch ms; the history ends before it.
 */
export function localData(readings: Readings, range: TimeRange, settings: DetectorSettings, now: number): PanelData {
  const { series, unit, isSimulated } = readings;
  const [from, to] = [range.from.valueOf(), range.to.valueOf()];
  const training = trainingSpan({ from, to, now }, settings);
  const frame = trainedFrame({
    visible: rowsBetween(series, from, to),
    training: rowsBetween(series, training.start, training.end),
    settings,
    isSimulated,
    unit,
    origin: isSimulated ? 'query' : 'file',
  });
  return { state: LoadingState.Done, series: [frame], timeRange: range };
}
