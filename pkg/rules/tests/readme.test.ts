import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  noUnusedLocals: true,
  skipLibCheck: true,
  typeRoots: [join(repository, 'node_modules/@types')],
  types: ['node'],
};

/** A project of ES modules with the built packages. */
function builtProject(): string {
  if (!existsSync(join(root, 'dist/index.js'))) {
    throw new Error('foreband-rules is not built: run `npm run build:packages`');
  }
  const project = mkdtempSync(join(tmpdir(), 'foreband-rules-'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(repository, 'node_modules'), join(project, 'node_modules'));
  return project;
}

/** What the compiler says against the examples; it writes their JavaScript beside them. */
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

describe('the README’s examples, with the built packages', () => {
  let project: string;
  let faults: readonly string[];
  beforeAll(() => {
    project = builtProject();
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
