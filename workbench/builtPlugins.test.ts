import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(__dirname, '../dist');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const plugins = [
  ['foreband-anomaly-app', ''],
  ['foreband-prometheus-datasource', 'datasource'],
  ['foreband-anomaly-panel', 'panels/anomaly'],
  ['foreband-evaluation-panel', 'panels/evaluation'],
  ['foreband-history-panel', 'panels/history'],
] as const;
const GRAFANA_VERSIONS = '>=11.6.11 <12 || >=12.0.10 <12.1 || >=12.1.7 <12.2 || >=12.2.5';
const PROVIDED =
  /^(@emotion\/(css|react)|@grafana\/(data|runtime|ui)|i18next|lodash|module|moment|react(\/jsx-runtime|-dom|-inlinesvg|-router)?|rxjs(\/operators)?)$/;

/** Files of one plugin, without those of plugins nested in it. */
function filesOf(folder: string): readonly string[] {
  const nested = plugins.map(([, other]) => other).filter((other) => other.startsWith(folder) && other !== folder);
  return readdirSync(join(dist, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .filter((path) => !nested.some((other) => path.startsWith(`${other}/`)));
}

// Made by `npm run build`; `npm test` builds first.
describe.each(plugins)('dist of %s', (id, folder) => {
  const manifest = JSON.parse(read(join(folder, 'plugin.json'))) as Record<string, never> & {
    info: { version: string; updated: string; description: string; keywords: string[]; logos: { small: string } };
    dependencies: { grafanaDependency: string };
    includes?: { type: string; path: string }[];
  };
  const scripts = filesOf(folder).filter((path) => path.endsWith('.js'));

  it('has a complete plugin.json', () => {
    expect(manifest).toMatchObject({ id, dependencies: { grafanaDependency: GRAFANA_VERSIONS } });
    expect(manifest.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest.info.updated).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(manifest.info.description.length).toBeGreaterThan(20);
    expect(manifest.info.keywords.length).toBeGreaterThan(2);
    expect(existsSync(join(dist, folder, manifest.info.logos.small))).toBe(true);
  });

  it('has the file of everything that it includes', () => {
    const files = (manifest.includes ?? []).filter(({ type }) => type !== 'page').map(({ path }) => path);
    expect(files.filter((path) => !existsSync(join(dist, folder, path)))).toEqual([]);
  });

  it('is an AMD module that asks only for what Grafana provides', () => {
    const dependencies = /^define\(\[([^\]]*)\]/
      .exec(read(join(folder, 'module.js')))?.[1]
      .replaceAll('"', '')
      .split(',');
    expect(dependencies).toEqual(dependencies?.map((): unknown => expect.stringMatching(PROVIDED)));
    expect(dependencies).toContain('react/jsx-runtime');
  });

  it('has a source map beside each script, with all sources under the id of the app', () => {
    for (const script of scripts) {
      const { sources } = JSON.parse(read(`${script}.map`)) as { sources: string[] };
      expect(sources.filter((source) => !source.startsWith('webpack://foreband-anomaly-app/'))).toEqual([]);
    }
  });

  it('runs under React 18 and 19, and keeps to what plugins may do', () => {
    for (const script of scripts) {
      const code = read(script);
      expect(code).not.toContain('__SECRET_INTERNALS');
      expect(code).not.toContain('/api/ds/query');
      expect(code).not.toContain('grafanaBootData');
    }
  });
});
