import { catalogReadme, releasedChangelog } from './catalogDocuments';

const readme = `# Lamp

![A lamp](docs/img/lamp.png)

See [how](docs/how.md#on), [Wikipedia](https://en.wikipedia.org/wiki/Lamp) and [below](#use).

## Two commands

Run it.

## Use

Switch it on.
`;

describe('catalogReadme(text, repository)', () => {
  it('leaves out pictures and what only the repository can do, and keeps links that work anywhere', () => {
    expect(catalogReadme(readme)).toBe(`# Lamp

See how, [Wikipedia](https://en.wikipedia.org/wiki/Lamp) and [below](#use).

## Use

Switch it on.
`);
  });

  it('leads links to the repository where its address is known', () => {
    expect(catalogReadme(readme, 'https://example.com/lamp')).toContain(
      '[how](https://example.com/lamp/docs/how.md#on)',
    );
  });
});

describe('releasedChangelog(text, release)', () => {
  it('dates what is not released yet', () => {
    const text = releasedChangelog('# Changelog\n\n## Unreleased\n\n- Light.\n', {
      version: '1.2.0',
      date: '2026-01-31',
    });
    expect(text).toBe('# Changelog\n\n## 1.2.0 (2026-01-31)\n\n- Light.\n');
  });
});
