import type { DataFrame } from '@grafana/data';
import { firstWithHistory } from 'foreband-engine';

import { seriesFromFrames, type QueriedSeries } from '../../../grafana/seriesFromFrames';

/** The series of an answer, and the one that is looked at. */
export interface ChosenSeries {
  /** Names of all, each once, in the order of the answer. */
  readonly names: readonly string[];
  /** Name of the one that is looked at; undefined where there is none. */
  readonly name: string | undefined;
  /** Its frame, without other series that may share it. */
  readonly frames: readonly DataFrame[];
}

function alone({ frame, timeField, valueField }: QueriedSeries, isShared: boolean): DataFrame {
  return isShared ? { ...frame, fields: [timeField, valueField] } : frame;
}

/** Picks the series with a name out of an answer, or else the first with about as many samples as any. */
export function chooseSeries(frames: readonly DataFrame[], wanted: string | null): ChosenSeries {
  const all = seriesFromFrames(frames);
  const names = [...new Set(all.map(({ series }) => series.name))];
  const chosen = all.find(({ series }) => series.name === wanted) ?? firstWithHistory(all, ({ series }) => [series.y]);
  if (chosen === undefined) {
    return { names, name: undefined, frames };
  }
  const isShared = all.filter(({ frame }) => frame === chosen.frame).length > 1;
  return { names, name: chosen.series.name, frames: [alone(chosen, isShared)] };
}
