import { simulate } from 'foreband-detector';

import { displacements, type Life } from './activity';
import { hostProfiles, type HostProfile } from './hostProfiles';
import { accumulate, simulateResources, type SimulatedResources } from './simulatedResources';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Distance between two samples of the history, in ms. */
export const SAMPLE_MS = MINUTE_MS;

/** How far the history reaches back: each of the last 30 days has the 28 before it to be fitted to. */
const HISTORY_MS = 60 * DAY_MS;

/** How long they go on after that, and answer scrapes. */
const LIVE_MS = 2 * DAY_MS;

/** A machine that exists only in numbers, by minute, from the start of the history on. */
export interface SimulatedHost {
  readonly instance: string;
  /** Epoch ms of the first sample. */
  readonly start: number;
  readonly nCpus: number;
  /** CPU usage as a fraction, 0 to 1, one value per minute. */
  readonly usage: Float64Array;
  /** Seconds one CPU has been busy since `start`, at each of those minutes. */
  readonly busySeconds: Float64Array;
  /** Undefined for a host that measures its CPU alone. */
  readonly resources: SimulatedResources | undefined;
}

/**
 * Hosts with 60 days before `now` (epoch ms, a full minute): the planted anomalies in the last day, and before it what
 * their profiles say.
 * @param liveMs how long they go on after `now`, in ms. Default two days.
 */
export function createHosts(now: number, liveMs = LIVE_MS): readonly SimulatedHost[] {
  const range = { start: now - HISTORY_MS, end: now + liveMs, stepMs: SAMPLE_MS };
  return hostProfiles.map((profile) => createHost(profile, { now, range }));
}

function createHost(profile: HostProfile, life: Life): SimulatedHost {
  const { scenario, resources, nCpus } = profile;
  const load = simulate(scenario, life.range).series.y;
  const added = displacements(profile, 'cpu', life);
  const usage = load.map((value, row) => Math.min(1, Math.max(0, value + added[row])));
  return {
    instance: scenario.instance,
    start: life.range.start,
    nCpus,
    usage,
    busySeconds: accumulate(usage, SAMPLE_MS),
    resources: resources && simulateResources(profile, resources, load, life),
  };
}
