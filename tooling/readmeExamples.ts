import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import ts from 'typescript';

/** A TypeScript block of a README. */
export interface ReadmeExample {
  /** `example1.ts` and so on, in the order of the page. */
  readonly file: string;
  readonly text: string;
  /** Lines that it says it prints: comments behind the end of a call. */
  readonly printed: readonly string[];
}

/** Lines that a run has written. */
export interface ExampleRun {
  readonly printed: readonly string[];
  /** Empty where nothing went wrong. */
  readonly errors: string;
}

const strictModules: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  noUnusedLocals: true,
  // The types of Node alone come from here; those of a package come with it.
  typeRoots: [join(__dirname, '../node_modules/@types')],
  types: ['node'],
};

/**
 * Every block of `ts` in a README.
 * @param path of the Markdown file.
 */
export function readmeExamples(path: string): readonly ReadmeExample[] {
  return [...readFileSync(path, 'utf8').matchAll(/```ts\n([^]*?)```/g)].map(([, text], index) => ({
    file: `example${index + 1}.ts`,
    text,
    printed: [...text.matchAll(/^.*\); \/\/ (.*)$/gm)].map(([, line]) => line),
  }));
}

/**
 * Makes a project of ES modules with the workspace's packages as they are built. Whoever asks for it removes it.
 * @param root folder of the package whose examples are to run.
 * @throws Error where that package is not built.
 */
export function builtProject(root: string): string {
  const name = basename(root);
  if (!existsSync(join(root, 'dist/index.js'))) {
    throw new Error(`pkg/${name} is not built: run \`npm run build:packages\``);
  }
  const project = mkdtempSync(join(tmpdir(), `foreband-${name}-`));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, '../../node_modules'), join(project, 'node_modules'));
  return project;
}

/**
 * Compiles examples under strict rules, and writes their JavaScript beside them.
 * @param project folder of ES modules that has the packages they import in `node_modules`.
 * @param options of the compiler besides. Default none.
 * @returns the compiler's messages, each with its file; empty where all is well.
 */
export function compileExamples(
  examples: readonly ReadmeExample[],
  project: string,
  options: ts.CompilerOptions = {},
): readonly string[] {
  const paths = examples.map(({ file, text }) => {
    const path = join(project, file);
    writeFileSync(path, text);
    return path;
  });
  const program = ts.createProgram(paths, { ...strictModules, ...options });
  program.emit();
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

/** Runs a compiled example in plain Node, in the folder where it was compiled. */
export function runExample({ file }: ReadmeExample, project: string): ExampleRun {
  const { stdout, stderr } = spawnSync(process.execPath, [file.replace('.ts', '.js')], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return { printed: stdout.trimEnd().split('\n'), errors: stderr };
}
