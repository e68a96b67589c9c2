import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { builtProject, compileExamples, readmeExamples, runExample } from '../../../tooling/readmeExamples.js';

const root = join(__dirname, '..');
const examples = readmeExamples(join(root, 'README.md'));

describe('the README’s examples, with the built packages', () => {
  let project: string;
  let faults: readonly string[];
  beforeAll(() => {
    project = builtProject(root);
    // The first example reads a model, and so opens one of the first release.
    copyFileSync(join(__dirname, 'firstRelease/savedModel.json'), join(project, 'web-1.json'));
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
