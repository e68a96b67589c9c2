import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

import { packPackage, type Packed } from './packed.js';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text);

/** Each example with its place, and the lines that it says it prints: comments behind the end of a call. */
const examples = blocks('ts').map((text, i) => ({
  file: `example${i + 1}.ts`,
  text,
  printed: [...text.matchAll(/^.*\); \/\/ (.*)$/gm)].map(([, line]) => line),
}));

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  noUnusedLocals: true,
  // The types of Node alone come from here; those of the package come with it.
  typeRoots: [join(__dirname, '../../../node_modules/@types')],
  types: ['node'],
};

/** What the compiler says against the examples; it writes their JavaScript beside them. */
function compile({ project }: Packed): readonly string[] {
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

describe('the README’s examples, with the packed package', () => {
  let packed: Packed;
  let faults: readonly string[];
  beforeAll(() => {
    packed = packPackage();
    faults = compile(packed);
  }, 240_000);
  afterAll(() => packed.remove());

  it('compile under strict rules', () => {
    expect(examples.length).toBeGreaterThan(1);
    expect(faults).toEqual([]);
  });

  it.each(examples)('run in plain Node and print what they say: $file', ({ file, printed }) => {
    const { stdout, stderr } = spawnSync(process.execPath, [file.replace('.ts', '.js')], {
      cwd: packed.project,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toEqual(printed);
  });
});
