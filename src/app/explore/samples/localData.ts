import { dateTime, LoadingState, type PanelData, type TimeRange } from '@grafana/data';

import { type DetectorSettings, rowsBetween, trainingSpan } from 'foreband-engine';
import { trainedFrame } from '../../../grafana/trainedFrame';

import type { Samples } from './samples';

/** All that a series spans, with its raw bounds absolute. */
export function wholeRange({ series: { time } }: Pick<Samples, 'series'>): TimeRange {
  const [from, to] = [dateTime(time[0]), dateTime(time[time.length - 1])];
  return { from, to, raw: { from, to } };
}

/**
 * Samples as Grafana hands data to a panel: the range that is shown, and the history to fit to beside it.
 * @param now epoch ms; the history ends before it.
 */
export function localData(samples: Samples, range: TimeRange, settings: DetectorSettings, now: number): PanelData {
  const { series, unit, isSimulated } = samples;
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
