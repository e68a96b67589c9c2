import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDemoPrometheus, DEMO_URL } from './demoPrometheus';

const NOW = Date.UTC(2026, 5, 10, 12);
const DAY_S = 86_400;
const send = createDemoPrometheus(() => NOW);

async function ask(path: string, params: Record<string, string> = {}, init?: RequestInit) {
  const response = await send(`${DEMO_URL}/api/v1/${path}?${new URLSearchParams(params).toString()}`, init);
  const { data, error } = (await response.json()) as { data: never; error?: string };
  return { status: response.status, data, error };
}

type Matrix = { result: { metric: Record<string, string>; values: [number, string][] }[] };
const inRange = (query: string, days = 1) => {
  const end = NOW / 1000;
  return ask('query_range', { query, start: String(end - days * DAY_S), end: String(end + DAY_S), step: '600' });
};

/** Every PromQL of the provisioned dashboards, filled in as data sources do. */
function dashboardQueries(): readonly string[] {
  const folder = join(__dirname, '../../provisioning/dashboards');
  return ['any-data-source', 'cpu-anomalies', 'host-anomalies']
    .map((name) => readFileSync(join(folder, `${name}.json`), 'utf8'))
    .flatMap((text) => [...text.matchAll(/"expr": ("(?:[^"\\]|\\.)*")/g)].map(([, literal]) => literal ?? '""'))
    .map((literal) =>
      (JSON.parse(literal) as string).replaceAll('$instance', '.*').replaceAll('$__rate_interval', '11m'),
    );
}

describe('createDemoPrometheus(now)', () => {
  it.each([...new Set(dashboardQueries())])('answers %s of the dashboards with several hosts', async (query) => {
    const { result } = (await inRange(query)).data as Matrix;
    expect(result.length).toBeGreaterThan(1);
    expect(result.every(({ values }) => values.every(([, value]) => Number.isFinite(Number(value))))).toBe(true);
  });

  it('has 60 days before now, and nothing after', async () => {
    const query = 'node_memory_MemTotal_bytes{instance="demo-web-1.example:9100"}';
    const [{ values }] = ((await inRange(query, 61)).data as Matrix).result;
    expect([values[0]?.[0], values.at(-1)?.[0]]).toEqual([NOW / 1000 - 60 * DAY_S, NOW / 1000]);
  });

  it('names no host that could exist', async () => {
    const instances: readonly string[] = (await ask('label/instance/values')).data;
    expect(instances).toContain('demo-backup-1.example:9100');
    expect(instances.filter((name) => !/^demo-[a-z]+-\d\.example:\d+$/.test(name))).toEqual([]);
  });

  it('answers what a data source looks up: labels, series, one moment, a posted query, its version', async () => {
    expect((await ask('labels', { 'match[]': 'system_cpu_usage' })).data).toEqual([
      '__name__',
      'application',
      'instance',
      'job',
    ]);
    expect((await ask('series', { 'match[]': 'system_cpu_usage' })).data).toHaveLength(1);
    expect((await ask('query', { query: 'count(node_memory_MemTotal_bytes)' })).data).toMatchObject({
      resultType: 'vector',
      result: [{ metric: {}, value: [NOW / 1000, '5'] }],
    });
    const body = new TextEncoder().encode('query=count(system_cpu_usage)');
    expect((await ask('query', {}, { method: 'POST', body })).data).toMatchObject({
      result: [{ value: [NOW / 1000, '1'] }],
    });
    expect((await ask('status/buildinfo')).data).toMatchObject({ version: 'demo' });
  });

  it('refuses as Prometheus does: more points than its limit, what is no PromQL, paths that it does not have', async () => {
    const tooMany = { query: 'up', start: '0', end: '11000', step: '1' };
    expect(await ask('query_range', tooMany)).toMatchObject({ status: 400, error: expect.stringContaining('11,000') });
    expect(await ask('query', { query: '1 +' })).toMatchObject({
      status: 400,
      error: expect.stringContaining('no PromQL'),
    });
    expect(await ask('admin/tsdb/snapshot')).toMatchObject({ status: 404 });
  });
});
