import type { GroundTruth, Series } from 'foreband-detector';

/** Readings that are in the page: of a file, or simulated. */
export interface Readings {
  /** Every row there is of the chosen series, on its step. */
  readonly series: Series;
  readonly stepMs: number;
  /** What is known to be anomalous; null where nothing is. */
  readonly truth: GroundTruth | null;
  /** Grafana's unit. */
  readonly unit?: string;
  readonly isSimulated: boolean;
  /** Names of all series of the source. */
  readonly names: readonly string[];
  /** What was done to the readings and is not plain to see, in sentences. */
  readonly notices: readonly string[];
}
