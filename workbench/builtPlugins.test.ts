import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appNavigation, mayOpen, type Manifest } from './server/appNavigation';

const dist = join(__dirname, '../dist');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const plugins = [
  ['foreband-anomaly-app', ''],
  ['foreband-prometheus-datasource', 'datasource'],
  ['foreband-anomaly-panel', 'panels/anomaly'],
  ['foreband-evaluation-panel', 'panels/evaluation'],
  ['foreband-history-panel', 'panels/history'],
] as const;
const GRAFANA_VERSIONS = '>=11.6.11-0 <12.0.0-0 || >=12.0.10-0 <12.1.0-0 || >=12.1.7-0 <12.2.0-0 || >=12.2.5-0';
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

// Read as Grafana's server reads it, which fills nothing in.
describe('dist, read as Grafana reads it', () => {
  const app = JSON.parse(read('plugin.json')) as Manifest & {
    id: string;
    includes: readonly { type: string; name: string; path: string; role: string }[];
  };
  const texts = filesOf('').concat(plugins.flatMap(([, folder]) => (folder === '' ? [] : filesOf(folder))));

  it('holds no placeholder of a build tool', () => {
    const withPlaceholder = texts.filter((path) => /\.(json|md)$/.test(path) && /%[A-Z_]{2,}%/.test(read(path)));
    expect(withPlaceholder).toEqual([]);
  });

  it('leads from every entry of the menu to a page of the app', () => {
    const menu = appNavigation(app, 'Admin', '/grafana');
    expect([menu?.url, ...(menu?.children ?? []).map(({ url }) => url)]).toEqual([
      '/grafana/a/foreband-anomaly-app',
      '/grafana/a/foreband-anomaly-app/explore',
      '/grafana/a/foreband-anomaly-app/models',
      '/grafana/a/foreband-anomaly-app/log',
      '/grafana/plugins/foreband-anomaly-app',
    ]);
  });

  it('shows the configuration to administrators alone, and every other page to everybody', () => {
    const names = appNavigation(app, 'Viewer', '')?.children?.map(({ text }) => text);
    expect(names).toEqual(['Explore', 'Models', 'Anomaly log']);
    const pages = app.includes.filter(({ type }) => type === 'page').map(({ path }) => path);
    expect(pages.filter((path) => !mayOpen(app, path, 'Viewer'))).toEqual(['/plugins/foreband-anomaly-app']);
  });

  it("includes every nested plugin under its own type and name, with an id of the app's organization", () => {
    const nested = plugins.slice(1).map(([, folder]) => {
      const { type, name, id } = JSON.parse(read(join(folder, 'plugin.json'))) as Record<string, string>;
      expect(id).toMatch(new RegExp(`^foreband-[a-z]+-${type}$`));
      return { type, name, path: `${folder}/plugin.json`, role: 'Viewer' };
    });
    expect(app.includes.filter(({ type }) => type !== 'page' && type !== 'dashboard')).toEqual(nested);
  });

  it.each(app.includes.filter(({ type }) => type === 'dashboard').map(({ path }) => path))(
    '%s names variables that it has, or macros that data sources fill in',
    (path) => {
      const text = read(path);
      const { templating } = JSON.parse(text) as { templating: { list: readonly { name: string }[] } };
      const known = templating.list.map(({ name }) => name);
      const asked = [...text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name ?? '');
      expect(asked.filter((name) => !name.startsWith('__') && !known.includes(name))).toEqual([]);
    },
  );
});
