/** Headings of the README whose sections speak to those who have the repository, not to a reader of the catalog. */
const REPOSITORY_SECTIONS = ['Two commands', 'How it compares', 'More'];

/**
 * The README for Grafana's catalog, which shows it without the files around it: pictures are left to the screenshots of
 * plugin.json, links into the repository lead to its address, or become plain text while it has none.
 * @param repository where the files of the repository can be read, without a slash at the end.
 */
export function catalogReadme(text: string, repository?: string): string {
  const sections = text.split(/^(?=## )/m);
  const kept = sections.filter(
    (section) => !REPOSITORY_SECTIONS.some((heading) => section.startsWith(`## ${heading}\n`)),
  );
  return kept
    .join('')
    .replace(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n+/gm, '')
    .replace(/\[([^\]]*)\]\((?!https?:|#)([^)]*)\)/g, (_, label: string, path: string) =>
      repository === undefined ? label : `[${label}](${repository}/${path})`,
    );
}

/** The changelog of a release: what was not released yet is released by it. */
export function releasedChangelog(
  text: string,
  { version, date }: { readonly version: string; readonly date: string },
): string {
  return text.replace(/^## Unreleased$/m, `## ${version} (${date})`);
}
