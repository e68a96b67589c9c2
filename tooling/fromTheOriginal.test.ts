import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync('docs/from-the-original.md', 'utf8');

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| the original |'))
  .map((line) => line.slice(2, -2).split(' | '));

/** Everything the original could be told, and every file it wrote. */
const ofTheOriginal = [
  ...['mode `train`', 'mode `evaluate`', 'mode `monitor`', 'dataset', 'model path', 'Prometheus URL'],
  ...['monitoring interval', 'log level', 'threshold multiplier', 'no plots', 'no EDA', 'custom metrics'],
  ...['model file', 'metadata', 'confusion matrix', 'ROC curve', 'detection overview', 'threshold analysis'],
  ...['evaluation report', 'metrics log', 'anomaly log', 'general log', 'system report'],
];

const linkedPages = (cell: string) =>
  [...cell.matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)].map(([, path]) => readFileSync(join('docs', path), 'utf8'));
const boldIn = (cell: string) => [...cell.matchAll(/\*\*(.+?)\*\*/g)].map(([, text]) => text);

describe('the table of what the original had', () => {
  it.each(ofTheOriginal)('has a row for its %s', (name) => {
    expect(rows.filter(([first]) => first.startsWith(name))).toHaveLength(1);
  });

  it.each(rows)('leads from "%s" to a page that has what it names', (_name, _what, place) => {
    const text = linkedPages(place).join('\n').toLowerCase();
    expect(text).not.toBe('');
    expect(boldIn(place)).not.toEqual([]);
    expect(boldIn(place).filter((name) => !text.includes(name.toLowerCase()))).toEqual([]);
  });
});
