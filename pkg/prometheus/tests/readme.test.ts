import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { compileExamples, readmeExamples, runExample } from '../../../tooling/readmeExamples.js';

const root = join(__dirname, '..');
const modules = join(root, '../../node_modules');
const examples = readmeExamples(join(root, 'README.md'));

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

describe('the README’s examples, with the built package', () => {
  let project: string;
  let faults: readonly string[];
  beforeAll(() => {
    project = buildProject();
    faults = compileExamples(examples, project);
  }, 240_000);
  afterAll(() => rmSync(project, { recursive: true }));

  it('compile under strict rules', () => {
    expect(examples).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it.each(examples)('run in plain Node and print what they say: $file', (example) => {
    expect(runExample(example, project)).toEqual({ printed: example.printed, errors: '' });
  });
});
