import { type CpuMetricName, cpuMetricNames } from 'foreband-engine';

import type { PrometheusClient } from 'foreband-prometheus';

// A machine that is down for a while is still the one to watch.
const LOOK_BACK_MS = 28 * 86_400_000;

const anyCpuMetric = `{__name__=~"${cpuMetricNames.join('|')}"}`;

/**
 * The CPU metrics a Prometheus has, in the order of preference: those with data now, or, where there are none, those
 * with data in the last four weeks.
 */
export async function findCpuMetrics(
  client: Pick<PrometheusClient, 'instant' | 'labelValues'>,
  now: number,
): Promise<CpuMetricName[]> {
  const { series } = await client.instant(`count by (__name__) (${anyCpuMetric})`, now);
  const current = new Set(series.map(({ labels }) => labels.__name__));
  if (cpuMetricNames.some((name) => current.has(name))) {
    return cpuMetricNames.filter((name) => current.has(name));
  }
  const span = { start: now - LOOK_BACK_MS, end: now };
  const past = new Set(await client.labelValues('__name__', { selector: anyCpuMetric, span }));
  return cpuMetricNames.filter((name) => past.has(name));
}

/** Looks the CPU metrics up once; a look-up that failed is done again by the next caller. */
export function rememberCpuMetrics(find: () => Promise<CpuMetricName[]>): () => Promise<CpuMetricName[]> {
  let found: Promise<CpuMetricName[]> | undefined;
  return () => {
    found ??= find().then(
      (names) => {
        if (names.length === 0) {
          found = undefined;
        }
        return names;
      },
      (error: unknown) => {
        found = undefined;
        throw error;
      },
    );
    return found;
  };
}
