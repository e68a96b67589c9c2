import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Compilation, Module } from 'webpack';

import type { BundledPackage } from './thirdPartyNotices';

const LICENSE_FILE = /^(licen[cs]e|copying)([.-].*)?$/i;

/** The files that a compilation put into its bundles, those of concatenated modules among them. */
function filesOf({ modules }: Pick<Compilation, 'modules'>): readonly string[] {
  const parts = (module: Module): readonly Module[] =>
    'modules' in module && Array.isArray(module.modules) ? module.modules.flatMap(parts) : [module];
  return [...modules]
    .flatMap(parts)
    .map((module) => ('resource' in module ? String(module.resource) : ''))
    .filter((resource) => resource.includes('node_modules'));
}

/** The folder of the package that a file of `node_modules` belongs to: the nearest manifest that names one. */
function folderOf(file: string): string {
  const folder = dirname(file);
  const path = join(folder, 'package.json');
  const isPackage = existsSync(path) && 'version' in (JSON.parse(readFileSync(path, 'utf8')) as object);
  return isPackage ? folder : folderOf(folder);
}

/** A package by its folder. */
export function readPackage(folder: string): BundledPackage {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as BundledPackage['manifest'];
  const file = readdirSync(folder).find((name) => LICENSE_FILE.test(name));
  return { manifest, licenseText: file === undefined ? undefined : readFileSync(join(folder, file), 'utf8') };
}

/** The packages that a compilation has bundled, each once. */
export function bundledPackages(compilation: Pick<Compilation, 'modules'>): readonly BundledPackage[] {
  return [...new Set(filesOf(compilation).map(folderOf))].map(readPackage);
}
