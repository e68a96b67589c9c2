import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { cpuMetricNames, cpuMetrics } from 'foreband-engine';

import { fillVariables } from 'foreband-prometheus';

const page = readFileSync(join(process.cwd(), 'docs/data-source.md'), 'utf8');

/** Cells of the table rows that start like this. */
function rowsAfter(heading: string): string[][] {
  const table = page.slice(page.indexOf(heading)).split('\n\n')[0];
  return table
    .split('\n')
    .slice(2)
    .map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|').replaceAll('`', '')));
}

describe('docs/data-source.md', () => {
  it('lists the CPU metrics in the order in which they are tried, with their queries', () => {
    const listed = rowsAfter('| metric | query |').map(([, name, expr]) => [name, expr]);
    expect(listed).toEqual(cpuMetricNames.map((name) => [name, cpuMetrics[name].expr]));
  });

  it.each(rowsAfter('| where | one value').map(([, ...cells]) => cells))(
    'shows how variables are filled into %s',
    (expr, one, several) => {
      const fill = (value: string | string[]) =>
        fillVariables(expr, (text, format) => text.replace('$v', () => format(value)));
      expect(fill('a.b')).toBe(one);
      expect(fill(['a.b', 'c'])).toBe(several);
    },
  );
});
