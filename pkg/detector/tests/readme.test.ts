import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { compileExamples, readmeExamples, runExample } from '../../../tooling/readmeExamples.js';

const root = join(__dirname, '..');
const examples = readmeExamples(join(root, 'README.md'));

/** A project of ES modules with the built packages. */
function builtProject(): string {
  if (!existsSync(join(root, 'dist/index.js'))) {
    throw new Error('foreband-detector is not built: run `npm run build:packages`');
  }
  const project = mkdtempSync(join(tmpdir(), 'foreband-detector-'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, '../../node_modules'), join(project, 'node_modules'));
  return project;
}

describe('the README’s examples, with the built package', () => {
  let project: string;
  let faults: readonly string[];
  beforeAll(() => {
    project = builtProject();
    faults = compileExamples(examples, project, { skipLibCheck: true });
  }, 240_000);
  afterAll(() => rmSync(project, { recursive: true }));

  it('compile under strict rules', () => {
    expect(faults).toEqual([]);
  });

  it.each(examples)('run in plain Node and print what they say: $file', (example) => {
    expect(example.printed.length).toBeGreaterThan(3);
    expect(runExample(example, project)).toEqual({ printed: example.printed, errors: '' });
  });
});
