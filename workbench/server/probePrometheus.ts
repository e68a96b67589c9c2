import { isRecord } from './http';

const TIMEOUT_MS = 3000;
const CPU_METRICS =
  'count by (__name__) ({__name__=~"node_cpu_seconds_total|cpu_usage_idle|cpu_usage_percent|system_cpu_usage|container_cpu_usage_seconds_total"})';

/** One sentence for the terminal: which Prometheus answers at an address, and which CPU metrics it has. */
export async function probePrometheus(url: string): Promise<string> {
  try {
    const version = fieldOf(await dataOf(`${url}/api/v1/status/buildinfo`), 'version');
    const result = fieldOf(await dataOf(`${url}/api/v1/query?query=${encodeURIComponent(CPU_METRICS)}`), 'result');
    const names = Array.isArray(result) ? result.map((entry) => fieldOf(fieldOf(entry, 'metric'), '__name__')) : [];
    const found = names.length === 0 ? 'without CPU metrics so far' : `with ${names.map(String).sort().join(', ')}`;
    return `Prometheus ${typeof version === 'string' ? version : '(version unknown)'} at ${url}, ${found}: the dashboards show live data.`;
  } catch {
    return `No Prometheus at ${url}: the dashboards show the simulation, marked as such. Set PROMETHEUS_URL to use another one.`;
  }
}

async function dataOf(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  return response.ok ? fieldOf(await response.json(), 'data') : undefined;
}

const fieldOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);
