import { gridStore, type GridTypes, type PrometheusError, RangeClient, type TimeSpan } from 'foreband-prometheus';

import { FakeClock } from '../../../pkg/prometheus/tests/range/fakeClock';

import type { LiveHost, LiveQuery } from '../answer/liveSamples';
import type { QuerySpans } from '../answer/spans';

export const STEP_MS = 300_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Two minutes past ten on the 41st day of 1970. */
export const NOW = 40 * DAY_MS + 10 * HOUR_MS + 120_000;

/** A query that is ready to be sent; series are named for their host. */
export const upQuery: LiveQuery = {
  key: 'p up',
  stepMs: STEP_MS,
  expr: 'up',
  nameOf: ({ host }) => host,
  timeZone: 'utc',
};

/** The last six hours, fitted to three days. */
export const lastHours: QuerySpans = {
  training: { start: 37 * DAY_MS, end: 40 * DAY_MS },
  asked: { start: 40 * DAY_MS + 3 * HOUR_MS, end: 40 * DAY_MS + 10 * HOUR_MS },
  visible: { start: 40 * DAY_MS + 4 * HOUR_MS, end: 40 * DAY_MS + 10 * HOUR_MS },
  forecast: { start: 40 * DAY_MS + 4 * HOUR_MS, end: 40 * DAY_MS + 10 * HOUR_MS },
};

/** A Prometheus whose behavior a test may change. */
export interface SteadyPrometheus {
  readonly host: LiveHost;
  /** Spans it was asked for, in their order. */
  readonly asked: readonly TimeSpan[];
  /** Refuses spans from now on; undefined answers again. */
  readonly refuse: (refusal: ((span: TimeSpan) => PrometheusError | undefined) | undefined) => void;
  /** Hosts that have samples from now on. */
  readonly setHosts: (...hosts: readonly string[]) => void;
}

/** A Prometheus whose every sample is its time in steps, for one host. */
export function steadyPrometheus(): SteadyPrometheus {
  const asked: TimeSpan[] = [];
  let refusal: (span: TimeSpan) => PrometheusError | undefined = () => undefined;
  let hosts: readonly string[] = ['web'];
  const range: LiveHost['client']['range'] = (_, span) => {
    asked.push(span);
    const error = refusal(span);
    if (error !== undefined) {
      return Promise.reject(error);
    }
    const length = (span.end - span.start) / STEP_MS + 1;
    const time = Float64Array.from({ length }, (__, row) => span.start + row * STEP_MS);
    const series = hosts.map((host) => ({ labels: { host }, time, y: time.map((at) => at / STEP_MS) }));
    return Promise.resolve({ series, hasHistograms: false, warnings: [], infos: [] });
  };
  const ranges = new RangeClient<GridTypes>({ clock: new FakeClock(NOW), store: gridStore });
  return {
    host: { client: { range }, ranges },
    asked,
    refuse: (next = () => undefined) => {
      refusal = next;
    },
    setHosts: (...next) => {
      hosts = next;
    },
  };
}
