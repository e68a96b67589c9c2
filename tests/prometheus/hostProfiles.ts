import { createFleet, parseScenario, type Scenario } from 'foreband-detector';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const MB = 1e6;
const GB = 1e9;
const GIB = 2 ** 30;

/** Displacement of each metric while something goes on. */
export interface Effects {
  /** Share of the CPU, 0 to 1. */
  readonly cpu?: number;
  /** Bytes in use. */
  readonly memory?: number;
  /** Bytes in use at its end; they fill up steadily and are freed then. */
  readonly disk?: number;
  /** Bytes received a second. */
  readonly network?: number;
  /** Seconds of the slowest requests. */
  readonly latency?: number;
}

/** A metric that something can add to. */
export type Affected = keyof Effects;

/** A job that comes back at a time of day (UTC), and of the week if it has a day. */
export interface Job extends Effects {
  /** Day of the week, 0 for Sunday; every day without. */
  readonly weekday?: number;
  readonly startHour: number;
  readonly minutes: number;
}

/** Something that happened once; without an end it stays. */
export interface Happening extends Effects {
  readonly startBeforeEndMs: number;
  readonly endBeforeEndMs?: number;
}

/** The machine around the CPU. */
export interface Resources {
  readonly memoryBytes: number;
  /** In use when it idles. */
  readonly idleMemoryBytes: number;
  readonly diskBytes: number;
  /** In use at the start of the history. */
  readonly usedDiskBytes: number;
  /** Received a second when it idles, and what a fully busy CPU adds. */
  readonly idleReceive: number;
  readonly busyReceive: number;
  /** Seconds that the slowest hundredth of the requests take when it idles; none serves none. */
  readonly idleLatency?: number;
}

/** All that decides what a host says. */
export interface HostProfile {
  readonly scenario: Scenario;
  /** None: it says its CPU usage alone. */
  readonly resources?: Resources;
  readonly nCpus: number;
  readonly jobs: readonly Job[];
  readonly happenings: readonly Happening[];
  /** Bursts of 3 to 10 minutes that follow no clock, and the chance of one in an hour (0 to 1). */
  readonly bursts?: Effects & { readonly chance: number };
}

const quiet = { jobs: [], happenings: [], nCpus: 2 };
const still = { nAnomaliesPerWeek: 0, burstChance: 0 };

const [web, db, batch] = createFleet(2026, 3);

const medium: Resources = {
  memoryBytes: 16 * GIB,
  idleMemoryBytes: 5 * GIB,
  diskBytes: 200 * GB,
  usedDiskBytes: 70 * GB,
  idleReceive: 2 * MB,
  busyReceive: 30 * MB,
};

/** The first hosts, without jobs and happenings. */
const plain: readonly HostProfile[] = [
  { ...quiet, scenario: web, resources: { ...medium, idleLatency: 0.18 } },
  { ...quiet, scenario: db, resources: { ...medium, memoryBytes: 64 * GIB, idleMemoryBytes: 30 * GIB } },
  { ...quiet, scenario: batch },
  // A steady machine, on which a small displacement has the same score at any hour.
  {
    ...quiet,
    scenario: parseScenario({
      ...{ seed: 77, instance: 'cache-1:9100', baseLoad: 0.3, dailyAmplitude: 0.06, weekendDrop: 0 },
    }),
  },
];

/** Every night at two its clients send it what has changed. */
const backup: HostProfile = {
  ...quiet,
  nCpus: 1,
  scenario: parseScenario({
    seed: 81,
    instance: 'backup-1:9100',
    baseLoad: 0.08,
    dailyAmplitude: 0.04,
    weekendDrop: 0.02,
    noise: 0.01,
  }),
  resources: { ...medium, diskBytes: 2000 * GB, usedDiskBytes: 900 * GB, busyReceive: 12 * MB },
  jobs: [{ startHour: 2, minutes: 30, cpu: 0.35, network: 60 * MB, disk: 80 * GB }],
};

/** On Sundays it packs the week's mail; three weeks ago a runaway process held it for 17 hours. */
const mail: HostProfile = {
  ...quiet,
  nCpus: 1,
  scenario: parseScenario({ seed: 82, instance: 'mail-1:9100', baseLoad: 0.18, dailyAmplitude: 0.22, peakHour: 10 }),
  resources: { ...medium, busyReceive: 15 * MB },
  jobs: [{ weekday: 0, startHour: 3.5, minutes: 120, cpu: 0.3 }],
  happenings: [
    {
      startBeforeEndMs: 21 * DAY_MS,
      endBeforeEndMs: 21 * DAY_MS - 17 * HOUR_MS,
      ...{ cpu: 0.45, memory: 4 * GIB, network: -4 * MB },
    },
  ],
};

/** Its visitors come in bursts; since a deploy two weeks ago it needs more. */
const shop: HostProfile = {
  ...quiet,
  nCpus: 1,
  scenario: parseScenario({ seed: 83, instance: 'shop-1:9100', baseLoad: 0.2, dailyAmplitude: 0.3, peakHour: 19 }),
  resources: { ...medium, idleLatency: 0.24 },
  bursts: { chance: 0.5, cpu: 0.12, network: 6 * MB },
  happenings: [{ startBeforeEndMs: 14 * DAY_MS, cpu: 0.1, memory: 2 * GIB, latency: 0.15 }],
};

/** Every simulated host; the first three are the fleet of the simulated data source. */
export const hostProfiles: readonly HostProfile[] = [...plain, backup, mail, shop].map((profile) => ({
  ...profile,
  scenario: parseScenario({ ...profile.scenario, ...still }),
}));
