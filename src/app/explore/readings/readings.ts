import type { GroundTruth, Series } from 'foreband-detector';

/** Readings that are in the page: of a file, or simulated. */
export interface Readings {
  /** Every row there is, on its step. */
  readonly series: Series;
  readonly stepMs: number;
  /** What is known to be anomalous; null where nothing is. */
  readonly truth: GroundTruth | null;
  /** Grafana's unit. */
  readonly unit?: string;
  readonly isSimulated: boolean;
}
