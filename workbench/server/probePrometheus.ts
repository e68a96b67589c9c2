import { isRecord } from './http';

const TIMEOUT_MS = 3000;
const CPU_METRICS =
  'count by (__name__) ({__name__=~"node_cpu_seconds_total|cpu_usage_idle|cpu_usage_percent|system_cpu_usage|container_cpu_usage_seconds_total"})';

/** The Prometheus that was found, or not. */
export interface Probe {
  readonly isFound: boolean;
  /** One sentence for the terminal, and for every page where none was found. */
  readonly text: string;
}

/** Looks whether a Prometheus answers at an address, and which CPU metrics it has. */
export async function probePrometheus(url: string): Promise<Probe> {
  try {
    const version = fieldOf(await dataOf(`${url}/api/v1/status/buildinfo`), 'version');
    const result = fieldOf(await dataOf(`${url}/api/v1/query?query=${encodeURIComponent(CPU_METRICS)}`), 'result');
    const names = Array.isArray(result) ? result.map((entry) => fieldOf(fieldOf(entry, 'metric'), '__name__')) : [];
    const found = names.length === 0 ? 'without CPU metrics so far' : `with ${names.map(String).sort().join(', ')}`;
    const text = `Prometheus ${typeof version === 'string' ? version : '(version unknown)'} at ${url}, ${found}: the dashboards show live data.`;
    return { isFound: true, text };
  } catch {
    return { isFound: false, text: `No Prometheus answered at ${url} when the workbench started.` };
  }
}

async function dataOf(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  return response.ok ? fieldOf(await response.json(), 'data') : undefined;
}

const fieldOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);
