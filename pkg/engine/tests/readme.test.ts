import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import ts from 'typescript';

const root = join(__dirname, '..');
const repository = join(root, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Each example with the lines that it says it prints: comments behind the end of a call. */
const examples = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, text], index) => ({
  file: `example${index + 1}.ts`,
  text,
  printed: [...text.matchAll(/^.*\); \/\/ (.*)$/gm)].map(([, line]) => line),
}));

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  customConditions: ['foreband-source'],
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  strict: true,
  noUnusedLocals: true,
  skipLibCheck: true,
  noEmit: true,
  typeRoots: [join(repository, 'node_modules/@types')],
  types: ['node'],
};

/**
 * A project of ES modules with the sources of the package, for the detector beneath it is not built yet; and the model of
 * the first release that the first example reads.
 */
function sourceProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'foreband-engine-'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(repository, 'node_modules'), join(project, 'node_modules'));
  copyFileSync(join(__dirname, 'firstRelease/savedModel.json'), join(project, 'web-1.json'));
  examples.forEach(({ file, text }) => writeFileSync(join(project, file), text));
  return project;
}

describe('the README’s examples', () => {
  let project: string;
  beforeAll(() => {
    project = sourceProject();
  });
  afterAll(() => rmSync(project, { recursive: true }));

  it('compile under strict rules, the one with a saved model in ten lines', () => {
    const paths = examples.map(({ file }) => join(project, file));
    const faults = ts
      .getPreEmitDiagnostics(ts.createProgram(paths, compilerOptions))
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
    expect(faults).toEqual([]);
    expect(examples[0].text.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  }, 240_000);

  it.each(examples)(
    'run in plain Node and print what they say: $file',
    ({ file, printed }) => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['--import', join(repository, 'tooling/typescript.mjs'), file],
        { cwd: project, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
      );
      expect(stderr).toBe('');
      expect(stdout.trimEnd().split('\n')).toEqual(printed);
    },
    240_000,
  );
});
