import type { DataFrame, Field } from '@grafana/data';
import type { Anomaly, Detection, Incident, Severity, SuppressedExcursion } from 'foreband-detector';

import type { Handling } from '../../log/annotations/handling';

/** A line as drawn: epoch ms and values, NaN where missing. */
export interface DrawnLine {
  readonly time: Float64Array;
  readonly y: Float64Array;
}

/** A part of the forecast: columns as long as those of `ScoredSeries`. */
export interface ForecastShare {
  /** Reader's name of the share, for instance `Trend` or `Daily`. */
  readonly name: string;
  /** Its values, in the unit of the series. */
  readonly values: Float64Array;
  /** The same as a share of the trend (0.1 for a tenth more), where it is one. */
  readonly ofTrend?: Float64Array;
  /** Whether it is a holiday or an event: zero at most times, and then not worth a word. */
  readonly isOccasional: boolean;
}

/** An incident with what people have said and done about it. */
export interface ChartIncident extends Incident {
  /** Undefined where nobody has touched it, or nothing is known of that. */
  readonly handling?: Handling;
}

/** A series' forecast and scores, column by column on one time axis that may reach into the future. */
export interface ScoredSeries {
  /** Epoch ms. */
  readonly time: Float64Array;
  /** The samples that were scored; NaN where missing and in the future. */
  readonly y: Float64Array;
  /** The expected values: the forecast, moved by the level where the score follows one. */
  readonly yhat: Float64Array;
  readonly bandLower: Float64Array;
  readonly bandUpper: Float64Array;
  readonly score: Float64Array;
  /** 1 for the points of an anomaly, else 0. */
  readonly anomalous: Uint8Array;
  /** Runs of anomalous points, as they are drawn. */
  readonly anomalies: readonly Anomaly[];
  /** The same with less than three hours between them joined: what is counted, marked and listed. */
  readonly incidents: readonly ChartIncident[];
  /** The class of a row's score. */
  readonly severityAt: (row: number) => Severity;
  /** Branch that decided each score; undefined where a frame does not say, or nothing but the interval decides. */
  readonly reasons?: Pick<Detection, 'branch' | 'size' | 'usual'>;
  /** Epoch ms before which the series is too young to be scored; null where it is old enough. */
  readonly learningUntil: number | null;
  readonly suppressed: readonly SuppressedExcursion[];
  /** The shares that `yhat` adds up from, computed when first asked for; empty where a frame does not say. */
  readonly shares: () => readonly ForecastShare[];
}

/** One series of the panel, ready to be drawn. */
export interface ChartSeries {
  /** Unique within the panel. */
  readonly key: string;
  /** Legend text. */
  readonly name: string;
  readonly refId: string;
  readonly frame: DataFrame;
  readonly timeField: Field;
  /** Carries unit, decimals, color, links and the rest of Grafana's field config. */
  readonly field: Field;
  readonly line: DrawnLine;
  /** Epoch ms of its last sample, where it stopped before the range does; undefined where it goes on. */
  readonly noDataSince?: number;
  /** Missing where the series could not be scored, or not yet. */
  readonly scored?: ScoredSeries;
  /** Whether the legend has hidden it. */
  readonly isHidden: boolean;
}
