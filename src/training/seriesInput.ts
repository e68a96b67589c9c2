import { FieldType, type DataFrame } from '@grafana/data';

import { answeredUntilOf } from '../grafana/answeredUntil';
import { readCarried, type Carried } from '../grafana/carried';
import { seriesFromFrames, type QueriedSeries } from '../grafana/seriesFromFrames';

/**
 * Where a series' training comes from:
 * - `carried`: a Foreband frame that brings it along;
 * - `drawn`: a Foreband frame that has lost it on the way, drawn as it is;
 * - `unscored`: samples that Foreband's data source could not score; its notices say why;
 * - `arriving`: samples of Foreband's data source whose history is still on its way;
 * - `query`: any other frame, for which the panel asks again.
 */
export type TrainingSource = 'carried' | 'drawn' | 'unscored' | 'arriving' | 'query';

/** A series of the panel's data with what its frame says about its training. */
export interface SeriesInput {
  /** Unique within the panel, the same from refresh to refresh. */
  readonly key: string;
  readonly queried: QueriedSeries;
  readonly source: TrainingSource;
  readonly carried?: Carried;
}

const DETECTION_COLUMNS = ['value', 'yhat', 'band_lower', 'band_upper', 'score', 'anomaly'];

/** Whether a frame has the columns of a detection. */
export function hasDetectionColumns(frame: DataFrame): boolean {
  const names = new Set(frame.fields.map(({ name }) => name));
  return DETECTION_COLUMNS.every((name) => names.has(name));
}

function hasSeveralValues({ fields }: DataFrame): boolean {
  return fields.filter(({ type }) => type === FieldType.number).length > 1;
}

/**
 * The key that pairs a drawn series with the same series in another answer: its query and its labels, and in a frame
 * with several columns of samples, as a table or a CSV has them, the name of its column.
 */
export function pairingKey({ refId, series, frame, valueField }: PairedSeries): string {
  const labels = Object.entries(series.labels).sort(([left], [right]) => (left < right ? -1 : 1));
  const isColumn = frame !== undefined && readCarried(frame) === undefined && hasSeveralValues(frame);
  return JSON.stringify(isColumn ? [refId, labels, valueField?.name] : [refId, labels]);
}

type PairedSeries = Pick<QueriedSeries, 'refId' | 'series'> & Partial<Pick<QueriedSeries, 'frame' | 'valueField'>>;

/** Facts about an answer besides its frames. */
export interface AnswerState {
  /** Queries that Foreband's own data source answers. Default none. */
  readonly forebandRefIds?: ReadonlySet<string>;
  /** Whether frames that do not say how far they go are the beginning of an answer. Default false. */
  readonly isArriving?: boolean;
}

const NO_REF_IDS: ReadonlySet<string> = new Set();

function inputOf(
  queried: QueriedSeries,
  { forebandRefIds = NO_REF_IDS, isArriving = false }: AnswerState,
): Omit<SeriesInput, 'key'> {
  const { frame, refId } = queried;
  const carried = readCarried(frame);
  if (carried !== undefined) {
    return { queried, source: 'carried', carried };
  }
  if (hasDetectionColumns(frame)) {
    return { queried, source: 'drawn' };
  }
  if (!forebandRefIds.has(refId)) {
    return { queried, source: 'query' };
  }
  return { queried, source: isArriving && answeredUntilOf(frame) === undefined ? 'arriving' : 'unscored' };
}

/** The series of the panel's data, each with a key that lasts. Helper columns of a detection are no series. */
export function seriesInputs(frames: readonly DataFrame[], state: AnswerState = {}): SeriesInput[] {
  const seen = new Map<string, number>();
  return seriesFromFrames(frames)
    .map((queried) => inputOf(queried, state))
    .filter(({ source, queried }) => source !== 'drawn' || queried.valueField.name === 'value')
    .map((input) => {
      const base = pairingKey(input.queried);
      const count = seen.get(base) ?? 0;
      seen.set(base, count + 1);
      return { ...input, key: count === 0 ? base : `${base} ${count}` };
    });
}
