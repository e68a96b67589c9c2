import type { Severity } from 'foreband-detector';

import type { Affected } from './hostProfiles';

/** A displacement planted near the end of the history, so that a test knows what must be found. */
export interface PlantedAnomaly {
  readonly instance: string;
  readonly metric: Affected;
  /** First and last displaced minute, as ms before the end of the history. */
  readonly startBeforeEndMs: number;
  readonly endBeforeEndMs: number;
  /**
   * Added to what is used, in the unit of the metric (a share of the CPU, bytes of memory or disk, bytes received a second,
   * seconds); negative for a dip.
   */
  readonly displacement: number;
  /** The severity of its worst point with default settings; two neighbors where the noise of the hour decides. */
  readonly severities: readonly Severity[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MB = 1e6;
const GB = 1e9;

/** All planted anomalies lie in the last day; before it the weeks are as the profiles of the hosts say. */
export const plantedAnomalies: readonly PlantedAnomaly[] = [
  {
    instance: 'web-1:9100',
    metric: 'cpu',
    startBeforeEndMs: 3 * HOUR_MS,
    endBeforeEndMs: 3 * HOUR_MS - 40 * MINUTE_MS,
    displacement: 0.36,
    severities: ['critical'],
  },
  {
    instance: 'db-1:9100',
    metric: 'cpu',
    startBeforeEndMs: 7 * HOUR_MS,
    endBeforeEndMs: 6 * HOUR_MS,
    displacement: 0.3,
    severities: ['critical'],
  },
  {
    instance: 'cache-1:9100',
    metric: 'cpu',
    startBeforeEndMs: 10 * HOUR_MS,
    endBeforeEndMs: 9 * HOUR_MS,
    displacement: -0.09,
    severities: ['medium', 'high'],
  },
  {
    instance: 'web-1:9100',
    metric: 'memory',
    startBeforeEndMs: 5 * HOUR_MS,
    endBeforeEndMs: 5 * HOUR_MS - 50 * MINUTE_MS,
    displacement: 3 * GB,
    severities: ['critical'],
  },
  {
    instance: 'db-1:9100',
    metric: 'disk',
    startBeforeEndMs: 8.5 * HOUR_MS,
    endBeforeEndMs: 7.5 * HOUR_MS,
    displacement: 25 * GB,
    severities: ['critical'],
  },
  {
    instance: 'web-1:9100',
    metric: 'network',
    startBeforeEndMs: 4 * HOUR_MS,
    endBeforeEndMs: 4 * HOUR_MS - 45 * MINUTE_MS,
    displacement: -12 * MB,
    severities: ['high', 'critical'],
  },
  {
    instance: 'shop-1:9100',
    metric: 'latency',
    startBeforeEndMs: 2 * HOUR_MS,
    endBeforeEndMs: 2 * HOUR_MS - 40 * MINUTE_MS,
    displacement: 0.6,
    severities: ['critical'],
  },
];
