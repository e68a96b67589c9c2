import type { GroundTruth, Series } from 'foreband-detector';

/** Samples that are in the page: of a file, or simulated. */
export interface Samples {
  /** Every row there is of the chosen series, on its step. */
  readonly series: Series;
  /**
   * The samples as the file has them, where several share a step: they count each for themselves. Undefined where the series
   * holds them one by one.
   */
  readonly asRead?: Series;
  readonly stepMs: number;
  /** The known anomalies; null where there are none. */
  readonly truth: GroundTruth | null;
  /** Grafana's unit. */
  readonly unit?: string;
  readonly isSimulated: boolean;
  /** Names of all series of the source. */
  readonly names: readonly string[];
  /** Changes made to the samples that are not plain to see, in sentences. */
  readonly notices: readonly string[];
}
