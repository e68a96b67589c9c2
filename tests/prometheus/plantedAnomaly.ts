import type { Severity } from 'foreband-detector';

/** A displacement planted near the end of the history, so that a test knows what must be found. */
export interface PlantedAnomaly {
  readonly instance: string;
  /** First and last displaced minute, as ms before the end of the history. */
  readonly startBeforeEndMs: number;
  readonly endBeforeEndMs: number;
  /** Added to the usage (a fraction, 0 to 1); negative for a dip. */
  readonly displacement: number;
  /** The severity of its worst point with default settings; two neighbors where the noise of the hour decides. */
  readonly severities: readonly Severity[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** All planted anomalies lie in the last day; before it the simulated weeks are normal. */
export const plantedAnomalies: readonly PlantedAnomaly[] = [
  {
    instance: 'web-1:9100',
    startBeforeEndMs: 3 * HOUR_MS,
    endBeforeEndMs: 3 * HOUR_MS - 40 * MINUTE_MS,
    displacement: 0.36,
    severities: ['critical'],
  },
  {
    instance: 'db-1:9100',
    startBeforeEndMs: 7 * HOUR_MS,
    endBeforeEndMs: 6 * HOUR_MS,
    displacement: 0.3,
    severities: ['critical'],
  },
  {
    instance: 'cache-1:9100',
    startBeforeEndMs: 10 * HOUR_MS,
    endBeforeEndMs: 9 * HOUR_MS,
    displacement: -0.09,
    severities: ['medium', 'high'],
  },
];
