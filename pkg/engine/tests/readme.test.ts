import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { compileExamples, readmeExamples, runExample } from '../../../tooling/readmeExamples.js';

const root = join(__dirname, '..');
const examples = readmeExamples(join(root, 'README.md'));

/** A project of ES modules with the built packages, and the model of the first release that the first example reads. */
function builtProject(): string {
  if (!existsSync(join(root, 'dist/index.js'))) {
    throw new Error('foreband-engine is not built: run `npm run build:packages`');
  }
  const project = mkdtempSync(join(tmpdir(), 'foreband-engine-'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, '../../node_modules'), join(project, 'node_modules'));
  copyFileSync(join(__dirname, 'firstRelease/savedModel.json'), join(project, 'web-1.json'));
  return project;
}

describe('the README’s examples, with the built packages', () => {
  let project: string;
  let faults: readonly string[];
  beforeAll(() => {
    project = builtProject();
    faults = compileExamples(examples, project, { skipLibCheck: true });
  }, 240_000);
  afterAll(() => rmSync(project, { recursive: true }));

  it('compile under strict rules, the one with a saved model in ten lines', () => {
    expect(faults).toEqual([]);
    expect(examples[0].text.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  });

  it.each(examples)('run in plain Node and print what they say: $file', (example) => {
    expect(runExample(example, project)).toEqual({ printed: example.printed, errors: '' });
  });
});
