import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { compileExamples, readmeExamples, runExample, type ReadmeExample } from './readmeExamples';

const page = `# Sums

\`\`\`ts
const sum = (...numbers: number[]) => numbers.reduce((left, right) => left + right, 0);
console.log(sum(1, 2)); // 3
console.log(sum()); // 0
\`\`\`

\`\`\`sh
npm install sums
\`\`\`

\`\`\`ts
const half: string = 1 / 2;
throw new Error(half);
\`\`\`
`;

describe('the examples of a README', () => {
  let project: string;
  let examples: readonly ReadmeExample[];
  let faults: readonly string[];
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'readme-examples-'));
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(project, 'README.md'), page);
    examples = readmeExamples(join(project, 'README.md'));
    faults = compileExamples(examples, project);
  }, 240_000);
  afterAll(() => rmSync(project, { recursive: true }));

  it('are its blocks of TypeScript, each with the lines that it says it prints', () => {
    expect(examples.map(({ file, printed }) => [file, printed])).toEqual([
      ['example1.ts', ['3', '0']],
      ['example2.ts', []],
    ]);
  });

  it('are compiled under strict rules: a fault is told with its file', () => {
    expect(faults).toEqual([expect.stringMatching(/example2\.ts: Type 'number' is not assignable to type 'string'/)]);
  });

  it('are run in plain Node, where an error is no line that was printed', () => {
    expect(runExample(examples[0], project)).toEqual({ printed: ['3', '0'], errors: '' });
    expect(runExample(examples[1], project).errors).toContain('Error: 0.5');
  });
});
