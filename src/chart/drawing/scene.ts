import type { Severity } from 'foreband-detector';

import type { SeverityStyle } from '../../views/severity/severityStyle';
import type { ChartSeries } from '../model/chartSeries';
import type { DrawOptions } from '../drawOptions';

import type { AnnotationMark } from './annotationMarks';
import type { OutsideRun } from './outsideRuns';

/** A visible series with what is computed from it once per change. */
export interface SceneSeries {
  readonly series: ChartSeries;
  /** Its value scale in the chart. */
  readonly scaleKey: string;
  readonly color: string;
  readonly runs: readonly OutsideRun[];
}

/** Colors that come from the theme. */
export interface ScenePalette {
  readonly severity: Readonly<Record<Severity, SeverityStyle>>;
  readonly background: string;
  readonly text: string;
  readonly faintText: string;
  readonly futureShade: string;
  readonly bandOpacity: number;
  /** Of the band's edge: at least 3:1 against the background, whatever the series' own color. */
  readonly bandEdge: string;
  readonly fontFamily: string;
}

/** Everything the canvas shows besides the lines that the chart library draws. */
export interface Scene {
  readonly series: readonly SceneSeries[];
  /** Visible time range, epoch ms. */
  readonly from: number;
  readonly to: number;
  /** Index in `series` of the one whose band is drawn; -1 for none. */
  readonly bandOwner: number;
  /** Epoch ms of the moment between past and future. */
  readonly now: number;
  readonly draw: DrawOptions;
  readonly annotations: readonly AnnotationMark[];
  readonly palette: ScenePalette;
}
