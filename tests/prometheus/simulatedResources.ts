import { displacements, type Life } from './activity';
import type { HostProfile, Resources } from './hostProfiles';
import { noise } from './signals';

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
const PAGE_BYTES = 4096;

// Sessions and caches outlive the requests that made them.
const MEMORY_MINUTES = 30;
/** The share of the memory that a fully busy CPU needs on top. */
const MEMORY_SHARE = 0.2;
const MEMORY_NOISE = 0.004;
const NETWORK_NOISE = 0.08;
const LATENCY_NOISE = 0.1;
/** Bytes a second that are received even when nobody asks for anything. */
const LEAST_RECEIVE = 50_000;
/** Bytes that a fully busy CPU logs a minute. */
const LOG_BYTES = 5e6;
/** Share of a day's logs that is left of them when they are compressed. */
const COMPRESSED = 0.1;

/** Memory, disk, network and requests of a host, by minute. */
export interface SimulatedResources {
  readonly memoryBytes: number;
  readonly availableMemory: Float64Array;
  readonly diskBytes: number;
  readonly availableDisk: Float64Array;
  /** Bytes received since the start of the history. */
  readonly received: Float64Array;
  /** Seconds that all but the slowest hundredth of the requests take; undefined where none are served. */
  readonly latency: Float64Array | undefined;
}

/**
 * Metrics of a host beside its CPU, as its load and its profile have it.
 * @param load its CPU usage without jobs and happenings, 0 to 1.
 */
export function simulateResources(
  profile: HostProfile,
  resources: Resources,
  load: Float64Array,
  life: Life,
): SimulatedResources {
  const { memoryBytes, diskBytes, idleReceive, busyReceive, idleLatency } = resources;
  const { seed } = profile.scenario;
  const networkNoise = noise(seed + 4000, life.range);
  const network = displacements(profile, 'network', life);
  const received = load.map((value, row) => {
    const asked = (idleReceive + busyReceive * value) * Math.exp(NETWORK_NOISE * networkNoise[row]);
    return Math.max(LEAST_RECEIVE, asked + network[row]);
  });
  const usedMemory = memory(profile, resources, load, life);
  const usedDisk = disk(profile, resources, load, life);
  return {
    memoryBytes,
    availableMemory: usedMemory.map((used) => pages(memoryBytes - used)),
    diskBytes,
    availableDisk: usedDisk.map((used) => pages(diskBytes - used)),
    received: accumulate(received, life.range.stepMs),
    latency: idleLatency === undefined ? undefined : latency(profile, idleLatency, load, life),
  };
}

/** The integral over the seconds since the start. */
export function accumulate(perSecond: Float64Array, stepMs: number): Float64Array {
  const total = new Float64Array(perSecond.length);
  for (let row = 1; row < total.length; row++) {
    total[row] = total[row - 1] + (perSecond[row] * stepMs) / SECOND_MS;
  }
  return total;
}

function memory(profile: HostProfile, { memoryBytes, idleMemoryBytes }: Resources, load: Float64Array, life: Life) {
  const added = displacements(profile, 'memory', life);
  const wandering = noise(profile.scenario.seed + 3000, life.range);
  let worked = load[0];
  return load.map((value, row) => {
    worked += (value - worked) / MEMORY_MINUTES;
    return idleMemoryBytes * (1 + MEMORY_NOISE * wandering[row]) + MEMORY_SHARE * memoryBytes * worked + added[row];
  });
}

/** Logs grow by day and are compressed at midnight (UTC). */
function disk(profile: HostProfile, { usedDiskBytes }: Resources, load: Float64Array, life: Life) {
  const { start, stepMs } = life.range;
  const added = displacements(profile, 'disk', life);
  let [today, before] = [0, 0];
  return load.map((value, row) => {
    if ((start + row * stepMs) % DAY_MS === 0) {
      before += COMPRESSED * today;
      today = 0;
    }
    today += LOG_BYTES * value;
    return usedDiskBytes + before + today + added[row];
  });
}

function latency(profile: HostProfile, idleLatency: number, load: Float64Array, life: Life) {
  const added = displacements(profile, 'latency', life);
  const wandering = noise(profile.scenario.seed + 5000, life.range);
  return load.map(
    (value, row) => (idleLatency * (1 + value * value) + added[row]) * Math.exp(LATENCY_NOISE * wandering[row]),
  );
}

const pages = (bytes: number) => PAGE_BYTES * Math.round(bytes / PAGE_BYTES);
