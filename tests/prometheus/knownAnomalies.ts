import { plantedAnomalies, type PlantedAnomaly } from './plantedAnomaly';

/** A planted anomaly at its time of day. */
export interface KnownAnomaly extends PlantedAnomaly {
  /** First displaced moment, epoch ms. */
  readonly start: number;
  /** First normal moment after it, epoch ms. */
  readonly end: number;
}

/** The planted anomalies of hosts that were created for this moment (epoch ms). */
function anomaliesBefore(now: number): readonly KnownAnomaly[] {
  return plantedAnomalies.map((planted) => ({
    ...planted,
    start: now - planted.startBeforeEndMs,
    end: now - planted.endBeforeEndMs,
  }));
}

/** Those of them that the CPU usage shows. */
export function cpuAnomaliesBefore(now: number): readonly KnownAnomaly[] {
  return anomaliesBefore(now).filter(({ metric }) => metric === 'cpu');
}

/** Those of memory, disk, network and latency. */
export function otherAnomaliesBefore(now: number): readonly KnownAnomaly[] {
  return anomaliesBefore(now).filter(({ metric }) => metric !== 'cpu');
}
