import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { zipSync } from 'fflate';

import { archiveFiles } from './archiveFiles';

/*
 * The rules of grafana/plugin-validator that an archive can be held against offline, named as its analyzers are, and a few
 * of our own. What cannot be met, and why, is in docs/publishing.md.
 */
const root = join(__dirname, '../..');
const dist = join(root, 'dist');
const files = archiveFiles(dist);
const paths = files.map(({ path }) => path);
const textOf = (path: string): string => files.find((file) => file.path === path)?.content.toString('utf8') ?? '';

interface Manifest {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly info: {
    readonly version: string;
    readonly updated: string;
    readonly description: string;
    readonly author: { readonly name: string };
    readonly keywords: readonly string[];
    readonly logos: { readonly small: string; readonly large: string };
    readonly links: readonly { readonly name: string; readonly url: string }[];
    readonly screenshots: readonly { readonly path: string }[];
  };
  readonly includes?: readonly { readonly type: string; readonly path: string }[];
}
const manifests = new Map(
  paths
    .filter((path) => path.endsWith('plugin.json'))
    .map((path) => [path, JSON.parse(textOf(path)) as Manifest] as const),
);
const folders = [...manifests.keys()].map((path) => path.replace(/plugin\.json$/, ''));
const app = manifests.get('plugin.json');

describe('the archive', () => {
  it('is at most 3 MB', () => {
    const zipped = zipSync(Object.fromEntries(files.map(({ path, content }) => [path, content])), { level: 9 });
    expect(zipped.length).toBeLessThan(3e6);
  });

  it('holds the texts that the catalog shows, and its licence (readme, changelog, license)', () => {
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES.txt']));
    expect(textOf('LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  });

  it('has a README that speaks to users of the catalog (brokenlinks, jargon, templatereadme)', () => {
    const readme = textOf('README.md');
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !/^(https:\/\/|#)/.test(link))).toEqual([]);
    expect(readme).not.toMatch(/<!--|yarn|nodejs|npm (start|test|run)/);
  });

  it('dates every release in its CHANGELOG, its own first (changelog)', () => {
    const headings = [...textOf('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings[0]).toBe(`${app?.info.version} (${app?.info.updated})`);
    expect(headings.filter((heading) => !/^\d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\)$/.test(heading ?? ''))).toEqual([]);
  });

  it('has the version of the sources (packagejson)', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect([...manifests.values()].map(({ info }) => info.version)).toEqual(folders.map(() => version));
  });

  it('shows screenshots that are there, once (screenshots, metadatapaths)', () => {
    const shown = app?.info.screenshots.map(({ path }) => path) ?? [];
    expect(shown.length).toBeGreaterThan(0);
    expect(paths.filter((path) => path.endsWith('.png'))).toEqual([...shown].sort());
    for (const path of shown) {
      const [file] = files.filter((candidate) => candidate.path === path);
      expect(file?.content.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    }
  });

  it('draws its logos with what is safe (unsafesvg)', () => {
    for (const path of paths.filter((candidate) => candidate.endsWith('.svg'))) {
      expect(textOf(path)).not.toMatch(/<(script|style|foreignObject|image|use)|\bon\w+=|href|url\(http/i);
    }
  });
});

describe.each([...manifests])('%s of the archive', (path, manifest) => {
  const folder = path.replace(/plugin\.json$/, '');
  const own = paths.filter(
    (file) =>
      file.startsWith(folder) && !folders.some((other) => other.length > folder.length && file.startsWith(other)),
  );

  it('says what it is (metadatavalid, pluginname, typesuffix, discoverability, logos)', () => {
    const { id, type, name, info } = manifest;
    expect(id).toMatch(new RegExp(`^[0-9a-z]+-[0-9a-z]+-${type}$`));
    expect(name).not.toBe(id);
    expect(info.author.name).not.toBe('');
    expect([info.keywords.length, info.description.length].every((length) => length > 0)).toBe(true);
    expect(own).toEqual(expect.arrayContaining([`${folder}${info.logos.small}`, `${folder}${info.logos.large}`]));
    expect(info.links.filter(({ name: label, url }) => label === '' || !url.startsWith('https://'))).toEqual([]);
  });

  it('is included by the app as what it is (includesnested)', () => {
    const included = app?.includes?.filter((include) => include.path === path).map(({ type }) => type);
    expect(included).toEqual(path === 'plugin.json' ? [] : [manifest.type]);
  });

  it('has a source map beside its module.js, of the sources in the repository alone (modulejs, jsMap)', () => {
    const { sources, sourcesContent } = JSON.parse(textOf(`${folder}module.js.map`)) as Record<string, string[]>;
    expect(own).toContain(`${folder}module.js`);
    expect(sources?.length).toBeGreaterThan(0);
    const prefix = 'webpack://foreband-anomaly-app/';
    const different = sources?.filter((source, index) => {
      const file = join(root, 'src', source.slice(prefix.length));
      return !source.startsWith(prefix) || !existsSync(file) || readFileSync(file, 'utf8') !== sourcesContent?.[index];
    });
    expect(different).toEqual([]);
  });

  it('names the licence of every package that it bundles', () => {
    const maps = archiveMaps(folder);
    const bundled = maps.flatMap(({ sources }) =>
      sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []),
    );
    const notices = textOf(`${folder}THIRD-PARTY-NOTICES.txt`);
    const named = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+\S*\nLicence: (?!not named)/gm)].map(
      ([, name]) => name ?? '',
    );
    expect([...bundled, 'assemblyscript'].filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => !existsSync(join(root, 'node_modules', name)))).toEqual([]);
  });

  it('gives the attributions of the holidays, and the source of what is under the MPL', () => {
    const notices = textOf(`${folder}THIRD-PARTY-NOTICES.txt`);
    expect(notices).toContain('CC BY-SA 3.0 Attributions');
    expect(notices).toContain('https://en.wikipedia.org/wiki/Public_holidays_in_Australia');
    expect(notices).toMatch(
      /ical\.js [\d.]+\nLicence: MPL-2\.0\nUnchanged .* https:\/\/github\.com\/kewisch\/ical\.js/,
    );
  });
});

/** The source maps of a plugin as they were built, those of its chunks among them. */
function archiveMaps(folder: string): readonly { readonly sources: readonly string[] }[] {
  const scripts = paths.filter((path) => path.endsWith('.js') && path.slice(0, path.lastIndexOf('/') + 1) === folder);
  return scripts.map((path) => JSON.parse(readFileSync(join(dist, `${path}.map`), 'utf8')) as { sources: string[] });
}
