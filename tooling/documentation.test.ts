import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const pages = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { encoding: 'utf8' })
  .split('\n')
  .filter((page) => page !== '' && existsSync(page));

const slugOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

function anchorsOf(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slugOf(heading ?? ''));
}

function brokenLinks(page: string): string[] {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    });
}

describe('the documentation', () => {
  it.each(pages)('%s has no broken internal link', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('is reachable from its index', () => {
    const index = readFileSync('docs/README.md', 'utf8');
    const unlisted = pages.filter(
      (page) => /^docs\/[^/]+\.md$/.test(page) && page !== 'docs/README.md' && !index.includes(`(${page.slice(5)})`),
    );
    expect(unlisted).toEqual([]);
  });

  it('has a row for every file and folder of foreband-engine', () => {
    const [, table = ''] = readFileSync('pkg/engine/README.md', 'utf8').split('## What is where');
    const rows = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
    const found = readdirSync('pkg/engine/src').filter((name) => name !== 'index.ts');
    expect(rows.sort()).toEqual(found.sort());
  });

  it.each(readdirSync('pkg').filter((name) => existsSync(`pkg/${name}/README.md`)))(
    'lists the package in pkg/%s in its index',
    (name) => {
      expect(readFileSync('docs/README.md', 'utf8')).toContain(`(../pkg/${name}/README.md)`);
    },
  );
});
