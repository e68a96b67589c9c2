import type { CsvAnswers } from 'foreband-detector';
import type { CpuMetricName, PartialSettings } from 'foreband-engine';

import type { ExplorePlan } from './planCodecs';

/** A file of the reader's, by what tells it from others. */
export interface FileChoice {
  /** Its name, for the reader. */
  readonly name: string;
  /** Differs whenever its content does. */
  readonly fingerprint: string;
  /** How it is read where that is open. Default: nothing was asked. */
  readonly answers?: CsvAnswers;
}

/** Where the page's samples come from. */
export type SourceChoice =
  /** A CPU metric of a data source; `auto` is the first that has data. Without a uid, the first data source there is. */
  | { readonly kind: 'metric'; readonly dataSource: string | null; readonly metric: 'auto' | CpuMetricName }
  /** Any PromQL. */
  | { readonly kind: 'promql'; readonly dataSource: string | null; readonly expr: string }
  /** A CSV of the reader's; null until one is chosen. */
  | { readonly kind: 'csv'; readonly file: FileChoice | null }
  /** The dataset that comes with Foreband. */
  | { readonly kind: 'sample' }
  /** Generated machines: a seed of 32 bits, and 1 to 1000 of them. */
  | { readonly kind: 'simulation'; readonly seed: number; readonly nInstances: number };

/** A time: epoch milliseconds, or relative to now as Grafana writes it, for instance `now-2d`. */
export type Moment = number | string;

/** The part of the samples that is shown. */
export interface RangeChoice {
  readonly from: Moment;
  readonly to: Moment;
}

/** The views below the chart. */
export type ExploreView = 'history' | 'evaluation';

/** Everything that is set on the page, and so everything that its address says. */
export interface ExploreState {
  readonly source: SourceChoice;
  /** Null for all of a file, and for the usual range of everything else. */
  readonly range: RangeChoice | null;
  /** Name of the series that is looked at; null for the first. */
  readonly series: string | null;
  /** Id of the saved model that the series is scored with; null to fit one. */
  readonly model: string | null;
  /** Settings that differ from the defaults. */
  readonly settings: PartialSettings;
  readonly view: ExploreView;
  /** In which times are written, as Grafana names it; null for the reader's own. */
  readonly timeZone: string | null;
  /** The differences from the usual way of evaluating a detector. */
  readonly plan: Partial<ExplorePlan>;
}

/** The state in which the page starts. */
export const startState: ExploreState = {
  source: { kind: 'metric', dataSource: null, metric: 'auto' },
  range: null,
  series: null,
  model: null,
  settings: {},
  view: 'history',
  timeZone: null,
  plan: {},
};
