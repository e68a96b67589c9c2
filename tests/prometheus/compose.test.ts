import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
const { services, volumes } = parse(read('docker-compose.yaml')) as {
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
};
const { grafana, prometheus } = services;

describe('docker-compose.yaml', () => {
  it('allows the id of every plugin of the app', () => {
    const { includes, id } = JSON.parse(read('plugin.json')) as {
      id: string;
      includes: readonly { type: string; path: string }[];
    };
    const nested = includes
      .filter(({ type }) => type === 'datasource' || type === 'panel')
      .map(({ path }) => (JSON.parse(read(`src/${path}`)) as { id: string }).id);
    expect(grafana?.environment?.GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS).toBe([id, ...nested].join());
  });

  it('mounts only files and folders that are there or are built, and volumes that it has', () => {
    const sources = Object.values(services).flatMap(({ volumes: mounts = [] }) =>
      mounts.map((mount) => mount.split(':')[0] ?? ''),
    );
    const known = ['./dist', './build/compose', '/', '/proc', '/sys', ...Object.keys(volumes)];
    expect(sources.filter((source) => !known.includes(source) && !existsSync(join(root, source)))).toEqual([]);
  });

  it('asks Docker Desktop for nothing that it refuses: no mount propagation', () => {
    expect(
      Object.values(services).flatMap(({ volumes: mounts = [] }) =>
        mounts.filter((mount) => /slave|shared/.test(mount)),
      ),
    ).toEqual([]);
  });

  it('provides every dashboard once: by the app, not by files as well', () => {
    const mounts = grafana?.volumes?.map((mount) => mount.split(':')[0]);
    expect(mounts).toEqual(['./dist', './provisioning/datasources', './provisioning/plugins']);
    expect(parse(read('provisioning/plugins/foreband.yaml'))).toMatchObject({
      apps: [{ type: 'foreband-anomaly-app', disabled: false }],
    });
  });

  it('starts each server when what it needs is ready, and nothing while the plugin is not built', () => {
    const needs = (name: string): string[] => Object.keys(services[name]?.depends_on ?? {});
    const waitsFor = (name: string): string[] => needs(name).flatMap((needed) => [needed, ...waitsFor(needed)]);
    for (const name of ['grafana', 'prometheus', 'demo-hosts']) {
      expect(waitsFor(name)).toContain('built');
    }
    expect(waitsFor('grafana')).toEqual(expect.arrayContaining(['prometheus', 'blocks', 'history']));
    expect(grafana?.depends_on?.prometheus?.condition).toBe('service_healthy');
    expect([grafana, prometheus].map((service) => service?.healthcheck?.test.at(-1))).toEqual([
      'http://localhost:3000/api/health',
      'http://localhost:9090/-/ready',
    ]);
  });

  it('scrapes what goes on with the written history', () => {
    const { scrape_configs: jobs } = parse(read('provisioning/prometheus.yaml')) as {
      scrape_configs: readonly { static_configs: readonly { targets: readonly string[] }[] }[];
    };
    const targets = jobs.flatMap(({ static_configs: configs }) => configs.flatMap((config) => config.targets));
    expect(targets.map((target) => target.split(':')[0])).toEqual(['demo-hosts', 'node-exporter', 'localhost']);
  });
});
