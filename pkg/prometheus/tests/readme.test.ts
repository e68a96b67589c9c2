import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import ts from 'typescript';

const root = join(__dirname, '..');
const modules = join(root, '../../node_modules');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Each example with the lines that it says it prints: comments behind the end of a call. */
const examples = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, text], index) => ({
  file: `example${index + 1}.ts`,
  text,
  printed: [...text.matchAll(/^.*\); \/\/ (.*)$/gm)].map(([, line]) => line),
}));

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  noUnusedLocals: true,
  typeRoots: [join(modules, '@types')],
  types: ['node'],
};

/** A project of ES modules with the built package and what it depends on. */
function buildProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'foreband-prometheus-'));
  const installed = join(project, 'node_modules/foreband-prometheus');
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  ['@lezer', '@prometheus-io', 'idb'].forEach((name) =>
    symlinkSync(join(modules, name), join(project, 'node_modules', name)),
  );
  const compiler = join(modules, 'typescript/bin/tsc');
  const build = ['-p', join(root, 'tsconfig.build.json'), '--outDir', join(installed, 'dist')];
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...build], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`tsc failed: ${stdout}`);
  }
  return project;
}

/** The compiler's diagnostics of the examples; it writes their JavaScript beside them. */
function compile(project: string): readonly string[] {
  const paths = examples.map(({ file, text }) => {
    const path = join(project, file);
    writeFileSync(path, text);
    return path;
  });
  const program = ts.createProgram(paths, compilerOptions);
  program.emit();
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

describe('the README’s examples, with the built package', () => {
  let project: string;
  let faults: readonly string[];
  beforeAll(() => {
    project = buildProject();
    faults = compile(project);
  }, 240_000);
  afterAll(() => rmSync(project, { recursive: true }));

  it('compile under strict rules', () => {
    expect(examples).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it.each(examples)('run in plain Node and print what they say: $file', ({ file, printed }) => {
    const { stdout, stderr } = spawnSync(process.execPath, [file.replace('.ts', '.js')], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toEqual(printed);
  });
});
