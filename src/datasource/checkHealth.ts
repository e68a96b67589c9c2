import type { CpuMetricName } from 'foreband-engine';

import { isRecord, type PrometheusClient, textAt } from 'foreband-prometheus';

/** Outcome of "Save & test", as Grafana shows it. */
export interface Health {
  readonly status: 'success' | 'error';
  readonly message: string;
}

/**
 * The server that answered, from `/api/v1/status/buildinfo`. Prometheus names its version and the Go it was built with;
 * Mimir adds the name of the application, VictoriaMetrics claims an old version of Prometheus, Thanos has a version
 * below 1.
 */
export function serverName(buildInfo: unknown): string {
  if (isRecord(buildInfo) && buildInfo.application === undefined && textAt(buildInfo, 'goVersion') !== undefined) {
    const version = textAt(buildInfo, 'version') ?? '';
    if (/^[1-9]/.test(version)) {
      return `Prometheus ${version}`;
    }
  }
  return 'A compatible server, version unknown,';
}

/** Asks what answers at the data source's address and which CPU metrics it has. */
export async function checkHealth(
  client: Pick<PrometheusClient, 'instant' | 'buildInfo'>,
  findCpuMetrics: () => Promise<CpuMetricName[]>,
  now: number,
): Promise<Health> {
  try {
    await client.instant('1', now);
    const buildInfo = await client.buildInfo().catch(() => undefined);
    const found = await findCpuMetrics();
    const metrics =
      found.length === 0
        ? 'It has none of the known CPU metrics; any PromQL works.'
        : `CPU metrics found: ${found.join(', ')}.`;
    return { status: 'success', message: `${serverName(buildInfo)} answered. ${metrics}` };
  } catch (error) {
    return { status: 'error', message: error instanceof Error ? error.message : String(error) };
  }
}
