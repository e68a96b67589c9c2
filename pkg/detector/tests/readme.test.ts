import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { builtProject, compileExamples, readmeExamples, runExample } from '../../../tooling/readmeExamples.js';

const root = join(__dirname, '..');
const examples = readmeExamples(join(root, 'README.md'));

describe('the README’s examples, with the built package', () => {
  let project: string;
  let faults: readonly string[];
  beforeAll(() => {
    project = builtProject(root);
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
