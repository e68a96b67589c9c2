/** Name of the file with the notices, beside each plugin's module.js. */
export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

/** A package of others that is bundled. */
export interface BundledPackage {
  /** Its package.json. */
  readonly manifest: {
    readonly name: string;
    readonly version: string;
    /** The licence's name by SPDX. */
    readonly license?: string;
    readonly author?: string | { readonly name?: string };
  };
  /** The text of the licence; undefined where the package ships none. */
  readonly licenseText?: string;
}

/** What an entry says besides the licence's text: where its source is, or what was done with it. */
const REMARKS: Readonly<Record<string, string>> = {
  'ical.js': 'Unchanged but for being minified. Its source code: https://github.com/kewisch/ical.js',
  'date-holidays':
    'Its data are used unchanged but for being minified; the attributions that their licence asks for stand below.',
  assemblyscript:
    'Parts of its standard library are compiled into the model kernel; its mathematics are derived from musl (MIT).',
};

const RULE = `\n${'-'.repeat(100)}\n\n`;

function authorOf({ author }: BundledPackage['manifest']): string {
  return (typeof author === 'string' ? author : author?.name) ?? 'its authors';
}

function notice({ manifest, licenseText }: BundledPackage): string {
  const { name, version, license = 'not named' } = manifest;
  const text = licenseText ?? `The package ships no text of its licence. Copyright: ${authorOf(manifest)}.`;
  return [`${name} ${version}`, `Licence: ${license}`, REMARKS[name], '', text.trim(), '']
    .filter((line) => line !== undefined)
    .join('\n');
}

/** The notices of everything bundled, in the order of their names. */
export function thirdPartyNotices(packages: readonly BundledPackage[]): string {
  const sorted = [...packages].sort((left, right) => (left.manifest.name < right.manifest.name ? -1 : 1));
  const heading = 'Foreband (Apache-2.0, see LICENSE) contains the following packages, under their own licences.\n';
  return [heading, ...sorted.map(notice)].join(RULE);
}
