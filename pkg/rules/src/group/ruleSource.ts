import type { Severity } from 'foreband-detector';
import type { DetectorSettings, FittedModel } from 'foreband-engine';

/** A series and its model. */
export interface SeriesModel {
  /** The labels that the expression gives the series; a `__name__` among them is left out. */
  readonly labels: Readonly<Record<string, string>>;
  readonly fitted: FittedModel;
}

/** What rules are compiled from. */
export interface RuleSource {
  /** What the rules are called: letters, figures, `_` and `-`. It is their label `foreband`, so it has to be unique. */
  readonly name: string;
  /** The query behind the series, in PromQL without variables. */
  readonly expression: string;
  /** The series with their models, all of one step. */
  readonly series: readonly SeriesModel[];
  /** How samples are scored: the settings of the panel. */
  readonly settings: DetectorSettings;
  /**
   * Classes of severity that have an alert, which fires once an incident has reached the class. Default `low` and `critical`:
   * Foreband's own pages, one when an incident opens and one when it becomes critical.
   */
  readonly severities?: readonly Severity[];
  /** Further labels of the alerts, such as a team. Default none. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Address of the dashboard or page that shows the series, for whoever is paged. Default none. */
  readonly link?: string;
}
