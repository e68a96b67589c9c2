import { join } from 'node:path';

import { compileExamples, readmeExamples, runExample } from '../../../tooling/readmeExamples.js';

import { packPackage, type Packed } from './packed.js';

const examples = readmeExamples(join(__dirname, '../README.md'));

describe('the README’s examples, with the packed package', () => {
  let packed: Packed;
  let faults: readonly string[];
  beforeAll(() => {
    packed = packPackage();
    faults = compileExamples(examples, packed.project);
  }, 240_000);
  afterAll(() => packed.remove());

  it('compile under strict rules', () => {
    expect(examples.length).toBeGreaterThan(1);
    expect(faults).toEqual([]);
  });

  it.each(examples)('run in plain Node and print what they say: $file', (example) => {
    expect(runExample(example, packed.project)).toEqual({ printed: example.printed, errors: '' });
  });
});
