import type { CpuMetricName } from 'foreband-engine';
import { PrometheusError } from 'foreband-prometheus';

import { checkHealth, serverName } from './checkHealth';

const nothing = { series: [], hasHistograms: false, warnings: [], infos: [] };
const prometheus = { version: '2.42.0', goVersion: 'go1.19.8', branch: 'HEAD' };

const clientOf = (buildInfo: unknown) => ({
  instant: () => Promise.resolve(nothing),
  buildInfo: () => (buildInfo instanceof Error ? Promise.reject(buildInfo) : Promise.resolve(buildInfo)),
});
const finds =
  (...names: CpuMetricName[]) =>
  () =>
    Promise.resolve(names);

describe('serverName(buildInfo)', () => {
  it.each([
    ['Prometheus', prometheus, 'Prometheus 2.42.0'],
    ['Mimir', { application: 'Grafana Mimir', version: '2.14.0', goVersion: 'go1.22' }, 'version unknown'],
    ['Thanos', { version: '0.36.1', goVersion: 'go1.22' }, 'version unknown'],
    ['VictoriaMetrics', { version: '2.24.0' }, 'version unknown'],
    ['a server that does not say', undefined, 'version unknown'],
  ])('%s', (_, buildInfo, expected) => {
    expect(serverName(buildInfo)).toContain(expected);
  });
});

describe('checkHealth(client, findCpuMetrics, now)', () => {
  it('says which Prometheus answered and which CPU metrics it has', async () => {
    const health = await checkHealth(clientOf(prometheus), finds('node_cpu_seconds_total', 'system_cpu_usage'), 0);
    expect(health).toEqual({
      status: 'success',
      message: 'Prometheus 2.42.0 answered. CPU metrics found: node_cpu_seconds_total, system_cpu_usage.',
    });
  });

  it('is content with a compatible server that has no CPU metric', async () => {
    const health = await checkHealth(clientOf(new Error('404')), finds(), 0);
    expect(health).toEqual({
      status: 'success',
      message:
        'A compatible server, version unknown, answered. It has none of the known CPU metrics; any PromQL works.',
    });
  });

  it('says what is wrong', async () => {
    const client = {
      ...clientOf(prometheus),
      instant: () => Promise.reject(new PrometheusError('unreachable', 'away')),
    };
    await expect(checkHealth(client, finds(), 0)).resolves.toEqual({ status: 'error', message: 'away' });
  });
});
