import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { transformFile } from '@swc/core';

const configFile = fileURLToPath(new URL('../.swcrc', import.meta.url));

/**
 * Finds the source behind an import without extension, or with the one it is built to, as TypeScript does; and of a package
 * of ours its sources, built or not.
 */
export function resolve(specifier, context, nextResolve) {
  if (specifier.startsWith('.') && context.parentURL?.endsWith('.ts')) {
    const url = new URL(`${specifier.replace(/\.js$/, '')}.ts`, context.parentURL);
    if (existsSync(fileURLToPath(url))) {
      return { url: url.href, shortCircuit: true };
    }
  }
  const conditions = ['foreband-source', ...context.conditions];
  return nextResolve(specifier, { ...context, conditions });
}

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) {
    return nextLoad(url, context);
  }
  const { code } = await transformFile(fileURLToPath(url), {
    configFile,
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
