import { plantedAnomalies, type PlantedAnomaly } from './plantedAnomaly';

/** A planted anomaly at its time of day. */
export interface KnownAnomaly extends PlantedAnomaly {
  /** First displaced moment, epoch ms. */
  readonly start: number;
  /** First normal moment after it, epoch ms. */
  readonly end: number;
}

/** The planted anomalies of hosts that were created for this moment (epoch ms). */
export function anomaliesBefore(now: number): readonly KnownAnomaly[] {
  return plantedAnomalies.map((planted) => ({
    ...planted,
    start: now - planted.startBeforeEndMs,
    end: now - planted.endBeforeEndMs,
  }));
}
